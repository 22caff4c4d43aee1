import { kvs } from '@forge/kvs';
import type { EvidenceSecret } from '../usecases/ports/evidence';
import { guarded } from './guarded';

const KEY = 'evidence-secret';
const PAGERDUTY = 'evidence-secret:pagerduty';

type Connections = Awaited<ReturnType<EvidenceSecret['pagerDuty']>>;

export function kvsEvidenceSecret(): EvidenceSecret {
  return {
    read: async () =>
      (await guarded('reading the secret', () => kvs.getSecret<string>(KEY))) ?? null,
    replace: (secret) => guarded('keeping the secret', () => kvs.setSecret(KEY, secret)),
    pagerDuty: async () =>
      (await guarded('reading the secrets of PagerDuty', () =>
        kvs.getSecret<Connections>(PAGERDUTY),
      )) ?? [],
    keepPagerDuty: (connections) =>
      guarded('keeping the secrets of PagerDuty', () => kvs.setSecret(PAGERDUTY, [...connections])),
  };
}
