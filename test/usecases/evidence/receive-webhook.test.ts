import { createHmac } from 'node:crypto';
import { OWN_SIGNATURE } from '../../../src/core/evidence-feeds/signature-scheme';
import { Forbidden, Limited, Unavailable } from '../../../src/usecases/ports/failures';
import { receiveEvidence, type Delivery } from '../../../src/usecases/evidence/receive-webhook';
import { rotateEvidenceSecret } from '../../../src/usecases/evidence/rotate-secret';
import type { Viewer } from '../../../src/usecases/ports/people';
import { verifySignature, type Signed } from '../../../src/usecases/evidence/verify-signature';
import { ownBatch } from '../../core/evidence-feeds/payloads';
import { aSecret } from '../in-memory-evidence';
import { anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const SECRET = 'f00d';

function signed(body: string, at = NOW): Delivery {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    method: 'POST',
    header: headers(
      timestamp,
      `sha256=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
    ),
    body,
  };
}
function headers(timestamp: string | null, signature: string | null): Delivery['header'] {
  const given: Readonly<Record<string, string | null>> = {
    'x-ballast-timestamp': timestamp,
    'x-ballast-signature': signature,
  };
  return (name) => given[name] ?? null;
}
const receive = (
  delivery: Delivery,
  world: InMemoryWorld,
  rescore = async (): Promise<void> => undefined,
) => receiveEvidence(delivery, { secret: aSecret(SECRET), rescore }, world, NOW);

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

  it('stands whatever becomes of the counting', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    world.outside.beforeCounting = async () => {
      throw new Unavailable('no counting today');
    };
    expect(await receive(signed(ownBatch({})), world)).toBe('recorded');
    expect(world.outside.records.size).toBe(1);
  });

  it.each([
    ['storage asks to wait', new Limited(20, 'slowly')],
    ['storage gives no answer', new Unavailable('nothing')],
    ['Jira forbids the search', new Forbidden('no')],
  ])('asks to come again when %s before the signature is known', async (_when, failure) => {
    const secret = { ...aSecret(SECRET), read: () => Promise.reject(failure) };
    const at = { secret, rescore: async () => undefined };
    const world = inMemoryWorld([anIssue('PAY-1')]);
    expect(await receiveEvidence(signed(ownBatch({})), at, world, NOW)).toBe('busy');
  });

  it('takes the secret before for one more day, and the one before that no longer', async () => {
    const secret = aSecret(SECRET);
    const admin = { may: async () => true } as unknown as Viewer;
    const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
    const world = inMemoryWorld([anIssue('PAY-1')]);
    const send = (now: Date) =>
      receiveEvidence(
        signed(ownBatch({}), now),
        { secret, rescore: async () => undefined },
        world,
        now,
      );
    const made = await rotateEvidenceSecret(admin, secret, () => 'newer', NOW);
    expect(made.olderUntil).toBe(hours(24).toISOString());
    expect([await send(NOW), await send(hours(23.9)), await send(hours(24))]).toEqual([
      'recorded',
      'nothing-new',
      'unsigned',
    ]);
    await rotateEvidenceSecret(admin, secret, () => 'newest', hours(1));
    expect(await send(hours(1))).toBe('unsigned');
  });

  it('costs neither Jira nor a record of evidence when it is refused', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    expect(await receive({ ...signed(ownBatch({})), header: headers('0', null) }, world)).toBe(
      'unsigned',
    );
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
  const { header, body } = signed('{}');
  const timestamp = header('x-ballast-timestamp');
  const signature = header('x-ballast-signature');
  const verify = (delivery: Signed, secret = SECRET, now = NOW) =>
    verifySignature(OWN_SIGNATURE, delivery, [secret], now);

  it('is right for exactly the body, the time and the secret that it was made with', async () => {
    expect(await verify({ header, body })).toBe('right');
    expect(await verify({ header, body: '{ }' })).toBe('wrong');
    const later = headers(String(Number(timestamp) + 1), signature);
    expect(await verify({ header: later, body })).toBe('wrong');
    expect(await verify({ header: headers(null, signature), body })).toBe('wrong');
    expect(await verify({ header, body }, 'beef')).toBe('wrong');
  });

  it.each([
    null,
    '',
    'sha256=',
    'sha1=00',
    signature?.slice(0, -1),
    signature?.slice(7),
    `${String(signature)}00`,
    ` ${String(signature)}`,
    `${String(signature)},${String(signature)}`,
  ])('is wrong in the shape %j', async (given) => {
    expect(await verify({ header: headers(timestamp, given ?? null), body })).toBe('wrong');
  });

  it('ages within five minutes, in both directions', async () => {
    const at = (seconds: number) =>
      verify({ header, body }, SECRET, new Date(NOW.getTime() + seconds * 1000));
    expect(await Promise.all([300, -300, 301, -301].map(at))).toEqual([
      'right',
      'right',
      'stale',
      'stale',
    ]);
  });

  it('with a time ages likewise where several may be carried, and any active secret does', async () => {
    const scheme = { ...OWN_SIGNATURE, several: true };
    const two = headers(timestamp, `sha256=${'0'.repeat(64)}, ${String(signature)}`);
    const at = (seconds: number, ...secrets: readonly string[]) =>
      verifySignature(
        scheme,
        { header: two, body },
        secrets,
        new Date(NOW.getTime() + seconds * 1000),
      );
    expect(await at(300, 'beef', SECRET)).toBe('right');
    expect(await at(301, 'beef', SECRET)).toBe('stale');
    expect(await at(0, 'beef')).toBe('wrong');
    expect(await at(0)).toBe('wrong');
  });
});
