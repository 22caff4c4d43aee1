import { describeSource } from '../../src/core/describe/describe-source';
import { describeValue } from '../../src/core/describe/describe-value';
import type { Value } from '../../src/core/provenance/said';
import type { Source } from '../../src/core/provenance/source';
import { smallSite } from './small-site';

const pillars = [{ id: 'risk', label: 'Risk' }];
const counted = (id: string, kind: string) => ({
  id,
  pillar: 'risk',
  label: id,
  signal: { kind },
  curve: { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 10, points: 100 } },
  weight: 1,
  absence: 'unknown',
});
const rubric = {
  pillars,
  lanes: [{ lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 9 }] }],
  effort: { k: 0 },
  urgency: { lambda: 0 },
  criteria: [
    counted('reopened', 'reopened'),
    counted('comments', 'comments'),
    counted('waiting', 'timeInStatus'),
  ],
};

describe("a rubric that asks for an issue's history", () => {
  it('scores how often it was reopened, how long it stands and what was said, on real requests only', async () => {
    const site = smallSite();
    const invoke = async (functionKey: string, payload: object) => {
      const reply = (await site.dev.host.invoke({
        resolverFunction: 'resolver',
        functionKey,
        payload,
        context: {},
        accountId: site.dev.adminId,
      })) as {
        ok: boolean;
        value: {
          lines: { id: string; value: Value; from: Source[] }[];
          missing: unknown[];
        };
      };
      expect(reply.ok).toBe(true);
      return reply.value;
    };
    const key = await site.create('PAY', 'Story');
    await site.settle();
    await invoke('rubric.publish', { project: null, document: rubric, reason: 'history counts' });
    await site.transition(key, 'Done');
    await site.transition(key, 'To Do');
    for (const text of ['one', 'two']) {
      await site.ask('POST', `/rest/api/3/issue/${key}/comment`, {
        body: {
          type: 'doc',
          version: 1,
          content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        },
      });
    }
    await site.settle();
    const { id } = (await site.ask('GET', `/rest/api/3/issue/${key}?fields=summary`)) as {
      id: string;
    };
    const { lines, missing } = await invoke('score.view', { issueId: id });
    expect(missing).toEqual([]);
    expect(lines.map((line) => [line.id, describeValue(line.value)])).toEqual([
      ['reopened', 1],
      ['comments', 2],
      ['waiting', '0 days'],
    ]);
    expect(lines.map(({ from }) => from[0] && describeSource(from[0]).text)).toEqual([
      'history of changes',
      'field "Comment"',
      'history of changes',
    ]);
    expect(site.badRequests).toEqual([]);
  });
});
