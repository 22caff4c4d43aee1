import { groupLines } from '../../../static/ui/src/surfaces/panel/rationale/group-lines';
import { inOneLine, pointsOf } from '../../../static/ui/src/surfaces/panel/rationale/line-figures';
import {
  nextSorting,
  orderLines,
} from '../../../static/ui/src/surfaces/panel/rationale/order-lines';
import { sum } from '../../../static/ui/src/shared/text/format-number';
import { aLine, aView } from '../a-view';

const lines = [
  aLine({ id: 'demand', pillar: 'impact', label: 'Demand', contribution: 16.3, points: 78 }),
  aLine({ id: 'priority', pillar: 'value', label: 'Priority', contribution: 24.1, points: 92 }),
  aLine({
    id: 'effort',
    pillar: null,
    label: 'Effort',
    contribution: -9.4,
    points: null,
    weight: null,
    factor: 0.88,
  }),
  aLine({
    id: 'urgency',
    pillar: null,
    label: 'Urgency',
    contribution: 12.2,
    points: null,
    weight: null,
    factor: 0.36,
  }),
];
const { pillars } = aView();
const ids = (of: readonly { readonly id: string }[]): string[] => of.map(({ id }) => id);

describe('the line table by pillar', () => {
  it('follows the rubric’s order and ends with what acts on the whole score', () => {
    const groups = groupLines(lines, pillars);
    expect(groups.map(({ label }) => label)).toEqual([
      'Business value',
      'Customer impact',
      'Effort and urgency',
    ]);
    expect(groups.map(({ subtotal }) => subtotal)).toEqual([24.1, 16.3, 2.8]);
  });

  it('has subtotals that add up to what the lines add up to', () => {
    expect(sum(groupLines(lines, pillars).map(({ subtotal }) => subtotal))).toBe(
      sum(lines.map(({ contribution }) => contribution)),
    );
  });

  it('leaves out a pillar of which nothing is known', () => {
    expect(ids(groupLines(lines.slice(0, 1), pillars))).toEqual(['impact']);
  });

  it('shows a line of a pillar that the rubric does not name rather than losing it', () => {
    expect(groupLines([aLine({ pillar: 'retired' })], pillars)).toMatchObject([
      { label: 'retired', lines: [{ id: 'demand' }] },
    ]);
  });

  it('names the last group after what is in it', () => {
    const inherited = aLine({
      id: 'inherited',
      pillar: null,
      label: 'Blocks a more important issue',
    });
    expect(groupLines([...lines, inherited], pillars).at(-1)?.label).toBe(
      'Effort, urgency and inheritance',
    );
    expect(groupLines([inherited], pillars).at(-1)?.label).toBe('The score as a whole');
    const novel = aLine({ id: 'novel', pillar: null, label: 'something new' });
    expect(groupLines([inherited, novel], pillars).at(-1)?.label).toBe(
      'Inheritance and something new',
    );
  });
});

describe('the line table in the order of a column', () => {
  it('begins with the largest figures or with A, turns round, then returns to the groups', () => {
    const first = nextSorting(null, 'contribution');
    expect(first).toEqual({ column: 'contribution', order: 'DESC' });
    expect(nextSorting(first, 'contribution')).toEqual({ column: 'contribution', order: 'ASC' });
    expect(nextSorting({ column: 'contribution', order: 'ASC' }, 'contribution')).toBeNull();
    expect(nextSorting(first, 'label')).toEqual({ column: 'label', order: 'ASC' });
  });

  it('sorts by contribution with its sign', () => {
    expect(ids(orderLines(lines, { column: 'contribution', order: 'DESC' }))).toEqual([
      'priority',
      'demand',
      'urgency',
      'effort',
    ]);
  });

  it('keeps lines without points last in either direction', () => {
    expect(ids(orderLines(lines, { column: 'points', order: 'DESC' }))).toEqual([
      'priority',
      'demand',
      'effort',
      'urgency',
    ]);
    expect(ids(orderLines(lines, { column: 'points', order: 'ASC' }))).toEqual([
      'demand',
      'priority',
      'effort',
      'urgency',
    ]);
  });

  it('sorts labels as people number things', () => {
    const named = ['Goal 10', 'Goal 9', 'Aim'].map((label) => aLine({ id: label, label }));
    expect(ids(orderLines(named, { column: 'label', order: 'ASC' }))).toEqual([
      'Aim',
      'Goal 9',
      'Goal 10',
    ]);
  });
});

describe('a line’s figures', () => {
  it('says points, what effort multiplies by, and how much urgency lifts', () => {
    expect(lines.map(pointsOf)).toEqual(['78', '92', '×0.88', '36\u00a0%']);
    expect(pointsOf(aLine({ id: 'effort', points: null, factor: 1, contribution: 0 }))).toBe(
      '×1.00',
    );
    expect(pointsOf(aLine({ id: 'inherited', points: null }))).toBe('');
  });

  it('fits into one line where there are no columns', () => {
    expect(inOneLine(aLine({ value: 9, unit: 'customers' }))).toBe(
      '9\u00a0customers · 78 points × 20\u00a0%',
    );
    expect(
      inOneLine(
        aLine({ id: 'effort', value: 5, unit: 'points', points: null, weight: null, factor: 0.88 }),
      ),
    ).toBe('5\u00a0points · ×0.88');
    expect(inOneLine(aLine({ id: 'inherited', value: 'PAY-7', points: null, weight: null }))).toBe(
      'PAY-7',
    );
  });
});
