import { issueKeysInMention, mentionOf } from '../../../src/core/signals/mention';
import { issueKeysToHide } from '../../../src/usecases/access/redact';
import { seenMentions } from '../../../src/usecases/access/visible-mentions';
import { aViewer, anIssue, inMemoryWorld } from '../in-memory-world';

const world = inMemoryWorld([anIssue('PAY-1'), anIssue('SUP-1')]);
const blind = aViewer({ blindTo: ['SUP-1'] });

describe('what words may name', () => {
  it('is an issue by its key, or by what another tool calls it', () => {
    expect(mentionOf({ key: 'SUP-1', id: 'SUP-1' })).toEqual(['SUP-1']);
    expect(mentionOf({ id: 'desk:sup-1 by phone' }).flatMap(issueKeysInMention)).toEqual(['sup-1']);
    expect(mentionOf({ id: 'pagerduty:Q2XB7' })).toEqual([]);
  });

  it('is hidden where it is an issue of this site that the person may not see, and nothing that only looks like one', async () => {
    const seen = await seenMentions(
      ['PAY-1', 'SUP-1', 'desk:SUP-1', 'desk:sup-1', 'incidents:INC-42', 'desk:PAY-1'],
      blind,
      world,
    );
    expect([...seen].filter(([, mayRead]) => mayRead).map(([mention]) => mention)).toEqual([
      'PAY-1',
      'incidents:INC-42',
      'desk:PAY-1',
    ]);
    expect(issueKeysToHide(seen)).toEqual(['SUP-1', 'sup-1']);
  });

  it('costs nothing where nothing is named', async () => {
    const calm = inMemoryWorld([]);
    await seenMentions([], blind, calm);
    expect(calm.calls).toEqual({});
  });
});
