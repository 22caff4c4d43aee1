import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { FieldInfo } from '../../../src/core/issue/issue-record';
import { readCardOf } from '../builders/described';
import { aField, aLink, anIssue } from '../builders/an-issue';

const feedback = aField(
  'customfield_9',
  'Satisfaction',
  'any',
  'com.atlassian.servicedesk:sd-request-feedback',
);
const csat = aField('customfield_8', 'CSAT', 'number');

function scored(value: unknown, field: FieldInfo = feedback) {
  const ticket = anIssue({
    key: 'SUP-1',
    type: { name: 'Support request', level: 0 },
    fields: { [field.id]: value },
  });
  const signals = gatherSignals({
    issue: anIssue({ links: [aLink({ to: ticket })] }),
    linked: new Map([[ticket.key, ticket]]),
    rubric: defaultRubric,
    fields: [field],
  });
  return { rating: signals.evidence[0]?.satisfaction, card: readCardOf(signals) };
}

describe('how satisfied a customer was', () => {
  it('is read from service management, and from a plain number of another tool', () => {
    expect(scored({ rating: 4 }).rating).toBe(4);
    expect(scored(1, csat).rating).toBe(1);
  });

  it.each([null, 'good', { rating: 'x' }, { rating: 0 }, 42])('is unknown for %j', (value) => {
    expect(scored(value).rating).toBeUndefined();
  });

  it('makes the voice of the unsatisfied weigh more, and nobody weigh less', () => {
    const plain = scored(null).card.score ?? NaN;
    expect(scored({ rating: 1 }).card.score).toBeGreaterThan(plain);
    expect(scored({ rating: 5 }).card.score).toBe(plain);
  });

  it('is told where the voice comes from', () => {
    expect(JSON.stringify(scored({ rating: 1 }).card.lines)).toContain('rated 1 of 5');
  });
});
