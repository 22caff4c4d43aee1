import { kvs } from '@forge/kvs';
import { createHmac, randomUUID } from 'node:crypto';
import { SENDERS } from '../../src/core/evidence-feeds/senders';
import { kvsEvidenceSecret } from '../../src/storage/evidence-secret';
import { receiveEvidence } from '../../src/usecases/evidence/receive-webhook';
import { pagerDuty } from '../core/evidence-feeds/payloads';
import { READINGS, storageOf } from './inside-storage';
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
    const outcomes = await storageOf({}).run(async () => {
      await kvs.setSecret(KEY, EARLIER);
      const world = inMemoryWorld([anIssue('PAY-1')]);
      const send = (secret: string) => {
        const digits = createHmac('sha256', secret).update(body).digest('hex');
        const header = (name: string) => (name === 'x-pagerduty-signature' ? `v1=${digits}` : null);
        const delivery = { method: 'POST', header, body };
        return receiveEvidence(
          delivery,
          { secret: kvsEvidenceSecret(randomUUID), rescore: async () => undefined },
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
    const kept = await storageOf({}).run(async () => {
      await kvsEvidenceSecret(randomUUID).changeConnections(SENDERS.pagerduty, () => EARLIER);
      return [await kvs.getSecret(KEY), await kvsEvidenceSecret(randomUUID).read()];
    });
    expect(kept).toEqual([EARLIER, null]);
  });
});

describe.each(READINGS)(
  'with storage read %s, of several who change secrets at once',
  (_name, readings) => {
    const names = ['a', 'b', 'c', 'd'];

    it.each([
      ['from nothing', null],
      ['after an earlier version', EARLIER],
    ])('each connection is kept, %s', async (_when, earlier) => {
      const kept = await storageOf(readings).run(async () => {
        if (earlier !== null) await kvs.setSecret(KEY, earlier);
        await Promise.all(
          names.map((name) =>
            kvsEvidenceSecret(randomUUID).changeConnections(SENDERS.pagerduty, (all) => [
              ...all,
              { name, secret: `made for ${name}` },
            ]),
          ),
        );
        return kvsEvidenceSecret(randomUUID).connections(SENDERS.pagerduty);
      });
      expect(kept.map(({ name }) => name).sort()).toEqual(
        [...names, ...(earlier ?? []).map(({ name }) => name)].sort(),
      );
    });

    it('one makes the new secret, and the others hear that they did not', async () => {
      const [outcomes, kept, stored] = await storageOf(readings).run(async () => {
        const secret = kvsEvidenceSecret(randomUUID);
        await secret.replace(() => ({ current: 'first', older: null }));
        const made = await Promise.all(
          names.map((current) =>
            kvsEvidenceSecret(randomUUID).replace(() => ({ current, older: null })),
          ),
        );
        return [made, await secret.read(), await kvs.getSecret('evidence-secret')];
      });
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(kept?.current).toBe(names[outcomes.indexOf(true)]);
      expect(stored).toBe(kept?.current);
    });

    it('what an earlier version made for tools to sign with is taken still', async () => {
      const kept = await storageOf(readings).run(async () => {
        await kvs.setSecret('evidence-secret', 'made before');
        return kvsEvidenceSecret(randomUUID).read();
      });
      expect(kept).toEqual({ current: 'made before', older: null });
    });
  },
);
