import { kvs } from '@forge/kvs';
import { createHmac } from 'node:crypto';
import { SENDERS } from '../../src/core/evidence-feeds/senders';
import { kvsEvidenceSecret } from '../../src/storage/evidence-secret';
import { receiveEvidence } from '../../src/usecases/evidence/receive-webhook';
import { pagerDuty } from '../core/evidence-feeds/payloads';
import { insideApp } from '../dev/forge/tiny-host';
import { anIssue, inMemoryWorld, NOW } from '../usecases/in-memory-world';

/** As the app kept it when it knew of PagerDuty alone. */
const KEY = 'evidence-secret:pagerduty';
const EARLIER = [
  { name: 'Payments', secret: 'made by PagerDuty for payments' },
  { name: 'Search', secret: 'made by PagerDuty for search' },
];

describe('secrets of PagerDuty that an earlier version has kept', () => {
  it('are found, and what it signs with each is taken', async () => {
    const body = pagerDuty('incident.triggered', { title: 'PAY-1' }, NOW.toISOString());
    const outcomes = await insideApp(async () => {
      await kvs.setSecret(KEY, EARLIER);
      const world = inMemoryWorld([anIssue('PAY-1')]);
      const send = (secret: string) => {
        const digits = createHmac('sha256', secret).update(body).digest('hex');
        const header = (name: string) => (name === 'x-pagerduty-signature' ? `v1=${digits}` : null);
        const delivery = { method: 'POST', header, body };
        return receiveEvidence(
          delivery,
          { secret: kvsEvidenceSecret(), rescore: async () => undefined },
          world,
          NOW,
        );
      };
      const each = [];
      for (const { secret } of [...EARLIER, { secret: 'a guess that is long enough' }])
        each.push(await send(secret));
      return each;
    });
    expect(outcomes).toEqual(['recorded', 'nothing-new', 'unsigned']);
  });

  it('are kept on where and as that version could read them', async () => {
    const kept = await insideApp(async () => {
      await kvsEvidenceSecret().keepConnections(SENDERS.pagerduty, EARLIER);
      return [await kvs.getSecret(KEY), await kvsEvidenceSecret().read()];
    });
    expect(kept).toEqual([EARLIER, null]);
  });
});
