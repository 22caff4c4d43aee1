import type { ScoreView } from '../../../../../../src/contract/score';
import { sum } from '../../../shared/text/format-number';
import { capital } from '../../../shared/text/sentences';

type Line = ScoreView['lines'][number];

/** What the lines without a pillar do, as nouns that go together. */
const NOUNS: Readonly<Record<string, string>> = {
  effort: 'effort',
  urgency: 'urgency',
  inherited: 'inheritance',
  override: 'override',
};

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export interface Group {
  readonly id: string;
  readonly label: string;
  /** Points of the final score; the groups' subtotals add up to it. */
  readonly subtotal: number;
  readonly lines: readonly Line[];
}

/** The lines by pillar in the rubric's order; what acts on the whole score comes last. Empty pillars are left out. */
export function groupLines(
  lines: readonly Line[],
  pillars: ScoreView['pillars'],
): readonly Group[] {
  const labels = new Map(pillars.map(({ id, label }) => [id, label]));
  const ids = [
    ...labels.keys(),
    ...lines.flatMap(({ pillar }) => (pillar === null ? [] : [pillar])),
  ];
  const byPillar = [...new Set(ids)].map((id) =>
    group(
      id,
      labels.get(id) ?? id,
      lines.filter((l) => l.pillar === id),
    ),
  );
  const whole = lines.filter(({ pillar }) => pillar === null);
  return [...byPillar, group('whole', inText(whole), whole)].filter(
    ({ lines }) => lines.length > 0,
  );
}

function group(id: string, label: string, lines: readonly Line[]): Group {
  return { id, label, subtotal: sum(lines.map(({ contribution }) => contribution)), lines };
}

/** `Effort, urgency and inheritance`; a single line would only be named twice. */
function inText(lines: readonly Line[]): string {
  if (lines.length === 1) return 'The score as a whole';
  return capital(conjunction.format(lines.map(({ id, label }) => NOUNS[id] ?? label)));
}
