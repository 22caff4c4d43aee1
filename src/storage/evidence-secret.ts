import { kvs } from '@forge/kvs';
import type { EvidenceSecret } from '../usecases/ports/evidence';
import { guarded } from './guarded';

const KEY = 'evidence-secret';

export function kvsEvidenceSecret(): EvidenceSecret {
  return {
    read: async () => (await guarded('reading the secret', () => kvs.getSecret<string>(KEY))) ?? null,
    replace: (secret) => guarded('keeping the secret', () => kvs.setSecret(KEY, secret)),
  };
}
