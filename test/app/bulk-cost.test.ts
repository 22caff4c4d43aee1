import { ask } from '../../dev/bench/rescore/asking';
import { EXTRA_FIELD, largeSite, LATENCY } from '../../dev/bench/rescore/large-site';
import { measured } from '../../dev/bench/rescore/measured';

const COUNT = 1_000;
const reweighed = { bands: { immediate: 60, soon: 40, canWait: 15 }, effort: { k: 0.5 } };
const asksMore = {
  ...reweighed,
  lanes: [
    { lane: 'strategic bet', any: [{ kind: 'filled', fields: [EXTRA_FIELD] }] },
    { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 99 }] },
  ],
};

const fieldWrites = (bodies: readonly string[]): number =>
  bodies.filter((path) => path.includes('/app/field/value')).length;

describe('what a backlog costs', () => {
  const { dev, issues, linked } = largeSite(COUNT, { latency: LATENCY });
  const paths: string[] = [];
  const { handle } = dev.site;
  dev.site.handle = (request) => {
    if (request.outsideQuota !== true) paths.push(request.path);
    return handle(request);
  };
  const measure = async (work: () => unknown) => {
    paths.length = 0;
    const cost = await measured(dev, work);
    return { ...cost, writeCalls: fieldWrites(paths) };
  };

  it('is one point an issue and linked issue, and two percent; a call a hundred issues', async () => {
    const { points, jiraCalls, writeCalls, written } = await measure(() => dev.announceInstalled());
    expect(written).toBe(issues);
    expect(points - writeCalls).toBeLessThanOrEqual((issues + linked) * 1.02);
    // The list of the site's fields is one call more, and once a day how long the site works.
    expect(jiraCalls).toBeLessThanOrEqual(
      Math.ceil(issues / 100) + Math.ceil(linked / 100) + writeCalls + 2,
    );
  });

  it('is no write at all when nothing changed', async () => {
    const { written, writeCalls } = await measure(() =>
      ask(dev, 'job.start', { project: null, jql: '' }),
    );
    expect({ written, writeCalls }).toEqual({ written: 0, writeCalls: 0 });
  });

  it('is no read at all for a rubric that asks nothing new, as announced', async () => {
    expect(await ask(dev, 'rubric.cost', { project: null, document: reweighed })).toEqual({
      ok: true,
      cost: { issues, reads: 0, points: 0, because: [] },
    });
    const { jiraCalls, points, writeCalls, written } = await measure(() =>
      ask(dev, 'rubric.publish', { project: null, document: reweighed, reason: 'other weights' }),
    );
    expect(written).toBeGreaterThan(issues / 2);
    // What is left is asking whether the person may publish: a permission costs two points besides.
    expect(jiraCalls - writeCalls).toBe(1);
    expect(points).toBe(writeCalls + 3);
  });

  it('is one pass of reads for a rubric that asks for a field more, announced with its name', async () => {
    const announced = await ask(dev, 'rubric.cost', { project: null, document: asksMore });
    expect(announced).toMatchObject({
      ok: true,
      cost: { reads: issues, because: [`the field "${EXTRA_FIELD}"`] },
    });
    const { points, writeCalls } = await measure(() =>
      ask(dev, 'rubric.publish', { project: null, document: asksMore, reason: 'one field more' }),
    );
    expect(points - writeCalls).toBeGreaterThan(issues);
    expect(points - writeCalls).toBeLessThanOrEqual((issues + linked) * 1.04);
  });

  it('is at most 620 bytes of the ledger an issue', () => {
    const { bytes = 0, count = 1 } = dev.host.inspect().kvs.entities['ledger'] ?? {};
    expect(count).toBe(issues);
    expect(bytes / count).toBeLessThanOrEqual(620);
  });

  it('is no more memory, time or event size than the platform gives', () => {
    const { failed, timedOut, peakHeapGrowthMb } = dev.host.invocations.totals();
    expect({ failed, timedOut }).toEqual({ failed: 0, timedOut: 0 });
    expect(peakHeapGrowthMb).toBeLessThan(512);
  });
});
