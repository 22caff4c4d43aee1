import { kvs } from '@forge/kvs';
import type { SenderId } from '../core/evidence-feeds/senders';
import type { EvidenceSecret, WebhookConnection } from '../usecases/ports/evidence';
import { guarded } from './guarded';

const KEY = 'evidence-secret';
const keyOf = (id: SenderId): string => `${KEY}:${id}`;

export function kvsEvidenceSecret(): EvidenceSecret {
  return {
    read: async () =>
      (await guarded('reading the secret', () => kvs.getSecret<string>(KEY))) ?? null,
    replace: (secret) => guarded('keeping the secret', () => kvs.setSecret(KEY, secret)),
    connections: async ({ id, name }) =>
      (await guarded(`reading the secrets of ${name}`, () =>
        kvs.getSecret<readonly WebhookConnection[]>(keyOf(id)),
      )) ?? [],
    keepConnections: ({ id, name }, connections) =>
      guarded(`keeping the secrets of ${name}`, () => kvs.setSecret(keyOf(id), [...connections])),
  };
}
