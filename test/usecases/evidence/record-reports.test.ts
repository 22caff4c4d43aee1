import { aReport, type Report } from '../../../src/core/evidence-feeds/report';
import { Limited, Unavailable } from '../../../src/usecases/ports/failures';
import { recordEvidence } from '../../../src/usecases/evidence/record-reports';
import { anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const [one, two, three] = [anIssue('PAY-1'), anIssue('PAY-2'), anIssue('PAY-3')];
const site = (): InMemoryWorld => inMemoryWorld([one, two, three]);

function about(keys: readonly string[], more: Partial<Report> = {}): Report {
  return aReport({
    source: 'pagerduty',
    externalId: 'PDX1',
    occurred: NOW.getTime(),
    state: 'open',
    level: 'P1',
    issues: { keys, whole: false },
    ...more,
  });
}

/** Records and remembers which issues were to be rescored, in the order of asking. */
async function record(world: InMemoryWorld, ...reports: readonly Report[]) {
  const asked: string[] = [];
  const recorded = await recordEvidence(reports, async (ids) => void asked.push(...ids), world);
  return { ...recorded, asked };
}

describe('recording evidence', () => {
  it('rescores exactly the issues concerned, each once for a whole batch', async () => {
    const { asked, changed } = await record(
      site(),
      about(['PAY-1', 'PAY-2']),
      about(['PAY-2'], { externalId: 'PDX2' }),
    );
    expect([...asked].sort()).toEqual([one.id, two.id].sort());
    expect(changed).toBe(2);
  });

  it('asks for nothing the second time', async () => {
    const world = site();
    await record(world, about(['PAY-1']));
    expect(await record(world, about(['PAY-1']))).toMatchObject({
      asked: [],
      changed: 0,
      known: 1,
    });
  });

  it('asks only for an issue that comes to it or goes from it, not for those that keep it', async () => {
    const world = site();
    await record(world, about(['PAY-1'], { issues: { keys: ['PAY-1', 'PAY-2'], whole: true } }));
    const later = about([], {
      occurred: NOW.getTime() + 1,
      issues: { keys: ['PAY-2', 'PAY-3'], whole: true },
    });
    expect([...(await record(world, later)).asked].sort()).toEqual([one.id, three.id].sort());
  });

  it('costs no rescoring when a report changes nothing that counts', async () => {
    const world = site();
    await record(world, about(['PAY-1']));
    expect(
      (await record(world, about(['PAY-1'], { occurred: NOW.getTime() + 1, state: null }))).asked,
    ).toEqual([]);
  });

  it('asks again when it was cut off before the rescoring was on the queue', async () => {
    const world = site();
    await expect(
      recordEvidence(
        [about(['PAY-1'])],
        async () => {
          throw new Limited(30, 'The queue takes no more');
        },
        world,
      ),
    ).rejects.toThrow(Limited);
    expect((await record(world, about(['PAY-1']))).asked).toEqual([one.id]);
    expect((await record(world, about(['PAY-1']))).asked).toEqual([]);
  });

  it('loses nothing when another report of the same evidence is written at the same moment', async () => {
    const world = site();
    world.outside.before = async () => {
      await record(world, about(['PAY-2'], { occurred: NOW.getTime() + 5, state: 'resolved' }));
    };
    await record(world, about(['PAY-1']));
    const kept = [...world.outside.records.values()][0]?.kept;
    expect(kept?.state.value.is).toBe('resolved');
    expect(kept?.added).toEqual([one.id, two.id].sort());
  });

  it('gives up with words when others write without end', async () => {
    const world = site();
    const stubborn = { ...world, evidence: { ...world.evidence, write: async () => false } };
    await expect(
      recordEvidence([about(['PAY-1'])], async () => undefined, stubborn),
    ).rejects.toThrow(Unavailable);
  });

  it('finds the issues that the rubric lets stand for a service, unless the report names issues itself', async () => {
    const world = site();
    const document = { evidence: { services: { 'Payments Gateway': ['PAY-3'] } } };
    await world.rubrics.publish('site', {
      document,
      version: 1,
      by: 'ann',
      reason: 'try',
      at: NOW.toISOString(),
    });
    expect((await record(world, about([], { services: ['payments gateway'] }))).asked).toEqual([
      three.id,
    ]);
    expect(
      (
        await record(
          world,
          about(['PAY-1'], { externalId: 'PDX2', services: ['payments gateway'] }),
        )
      ).asked,
    ).toEqual([one.id]);
  });

  it('finds an issue by the key that it had before it was moved', async () => {
    const world = site();
    const find: InMemoryWorld['issues']['find'] = async (wishes, fields) =>
      world.issues.find(
        wishes.map((wish) => (wish === 'OLD-7' ? 'PAY-3' : wish)),
        fields,
      );
    const asked: string[] = [];
    await recordEvidence(
      [about(['OLD-7']), about(['PAY-1'], { externalId: 'PDX2' })],
      async (ids) => void asked.push(...ids),
      { ...world, issues: { ...world.issues, find } },
    );
    expect(asked.sort()).toEqual([one.id, three.id].sort());
  });

  it('keeps evidence for which it finds no issue, and says so', async () => {
    const world = site();
    expect(await record(world, about(['NOPE-1']))).toMatchObject({
      asked: [],
      changed: 1,
      unattached: 1,
    });
    expect(
      (await record(world, about(['PAY-1'], { occurred: NOW.getTime() - 60_000 }))).asked,
    ).toEqual([one.id]);
  });

  it('follows a chain of mergers to its end, and ends on a circle of them', async () => {
    const world = site();
    const merged = (from: string, into: string, minute: number): Report =>
      about(from === 'A' ? ['PAY-1'] : [], {
        externalId: from,
        state: 'resolved',
        mergedInto: into,
        occurred: NOW.getTime() + minute,
      });
    await record(world, merged('B', 'C', 1), merged('A', 'B', 2));
    expect(
      [...world.outside.records.values()].find(({ kept }) => kept.externalId === 'C')?.kept.added,
    ).toEqual([one.id]);
    await record(world, merged('C', 'A', 3));
    expect(world.outside.records.size).toBe(3);
  });
});
