import { createHmac } from 'node:crypto';
import { Limited } from '../../../src/usecases/ports/failures';
import { receiveEvidence, type Delivery } from '../../../src/usecases/evidence/receive-webhook';
import { verifySignature } from '../../../src/usecases/evidence/verify-signature';
import { ownBatch } from '../../core/evidence-feeds/payloads';
import { aSecret } from '../in-memory-evidence';
import { anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const SECRET = 'f00d';

function signed(body: string, at = NOW): Delivery {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    method: 'POST',
    timestamp,
    signature: `sha256=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
    body,
  };
}
const receive = (
  delivery: Delivery,
  world: InMemoryWorld,
  rescore = async (): Promise<void> => undefined,
) => receiveEvidence(delivery, aSecret(SECRET), rescore, world, NOW);

describe('receiving evidence', () => {
  it('counts what came of every delivery, and keeps the reasons of the newest twenty refusals', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    await receive(signed(ownBatch({})), world);
    await receive(signed(ownBatch({})), world);
    for (let n = 0; n < 25; n++) await receive(signed('{"ballast":1,"evidence":"private"}'), world);
    expect(world.outside.taken.counts).toEqual({ recorded: 1, 'nothing-new': 1, malformed: 25 });
    expect(world.outside.taken.refusals).toHaveLength(20);
    expect(world.outside.taken.refusals[0]).toEqual({
      at: NOW.toISOString(),
      outcome: 'malformed',
      reason: 'batch: evidence (invalid_type)',
    });
    expect(world.outside.taken.lastTaken).toBe(NOW.toISOString());
  });

  it('costs neither Jira nor a record of evidence when it is refused', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    expect(await receive({ ...signed(ownBatch({})), signature: null }, world)).toBe('unsigned');
    expect(world.calls['issues.find']).toBeUndefined();
    expect(world.outside.records.size).toBe(0);
  });

  it('asks to come again when what it needs asks to wait, and lets a bug be a bug', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    expect(
      await receive(signed(ownBatch({})), world, async () => {
        throw new Limited(30, 'The queue takes no more');
      }),
    ).toBe('busy');
    expect(await receive(signed(ownBatch({})), world)).toBe('nothing-new');
    await expect(
      receive(signed(ownBatch({ id: 'T-2' })), world, async () => {
        throw new TypeError('a bug');
      }),
    ).rejects.toThrow(TypeError);
  });
});

describe('a signature', () => {
  const { timestamp, signature, body } = signed('{}');

  it('is right for exactly the body, the time and the secret that it was made with', async () => {
    expect(await verifySignature({ timestamp, signature, body }, SECRET, NOW)).toBe('right');
    expect(await verifySignature({ timestamp, signature, body: '{ }' }, SECRET, NOW)).toBe('wrong');
    expect(
      await verifySignature(
        { timestamp: String(Number(timestamp) + 1), signature, body },
        SECRET,
        NOW,
      ),
    ).toBe('wrong');
    expect(await verifySignature({ timestamp, signature, body }, 'beef', NOW)).toBe('wrong');
  });

  it.each([
    null,
    '',
    'sha256=',
    'sha1=00',
    signature?.slice(0, -1),
    signature?.slice(7),
    `${String(signature)}00`,
  ])('is wrong in the shape %j', async (given) => {
    expect(await verifySignature({ timestamp, signature: given ?? null, body }, SECRET, NOW)).toBe(
      'wrong',
    );
  });

  it('ages within five minutes, in both directions', async () => {
    const at = (seconds: number) =>
      verifySignature(
        { timestamp, signature, body },
        SECRET,
        new Date(NOW.getTime() + seconds * 1000),
      );
    expect(await Promise.all([300, -300, 301, -301].map(at))).toEqual([
      'right',
      'right',
      'stale',
      'stale',
    ]);
  });
});
