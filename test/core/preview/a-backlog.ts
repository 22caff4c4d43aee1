import fc from 'fast-check';
import type { OutsideIssue } from '../../../src/core/preview/inherited-outcomes';
import {
  previewBacklog,
  type EachIssue,
  type PreviewIssue,
} from '../../../src/core/preview/preview-backlog';
import type { Preview } from '../../../src/core/preview/preview';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { planScoring } from '../../../src/core/scoring/plan';
import { now } from '../builders/signals-of';
import { overrides } from '../arbitrary/overrides';
import { signalsFor } from '../arbitrary/signals';

/** Issues of a backlog as the ledger has them; two issues outside it wait for some of them. */
export interface AnyBacklog {
  readonly issues: readonly PreviewIssue[];
  readonly outside: ReadonlyMap<string, OutsideIssue>;
}

/** Signals that answer this rubric, with blockers, circles of blockers, overrides and, where asked for, issues that are pending. */
export function backlogs(rubric: Rubric, { pending = false } = {}): fc.Arbitrary<AnyBacklog> {
  return fc.integer({ min: 0, max: 12 }).chain((size) =>
    fc
      .record({
        issues: fc.tuple(
          ...Array.from({ length: size }, (_, at) =>
            fc
              .record({
                signals: signalsFor(rubric),
                overrides,
                blocks: fc.uniqueArray(fc.nat(Math.max(0, size + 1)), { maxLength: 2 }),
                pending: fc.nat(5).map((n) => pending && n === 0),
                evidenceKind: fc.constantFrom(null, null, null, 'incident' as const),
              })
              .map((made): PreviewIssue => ({
                issueId: String(at),
                signals: {
                  ...made.signals,
                  overrides: made.overrides,
                  issue: {
                    ...made.signals.issue,
                    id: String(at),
                    key: `PRO-${at}`,
                    evidenceKind: made.evidenceKind,
                  },
                },
                blocks: made.blocks.filter((to) => to !== at).map(String),
                pending: made.pending,
              })),
          ),
        ),
        back: fc.nat(Math.max(0, size - 1)),
        score: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
      })
      .map(({ issues, back, score }) => ({
        issues,
        outside: new Map([
          [
            String(size),
            {
              key: 'OTH-1',
              own: score,
              low: score,
              high: score,
              open: true,
              blocks: [String(back)],
            },
          ],
          [String(size + 1), { key: 'OTH-2', own: 99, low: 99, high: 99, open: false, blocks: [] }],
        ]),
      })),
  );
}

export function previewOf(
  { issues, outside }: AnyBacklog,
  before: Rubric,
  after: Rubric,
  each?: EachIssue,
): Preview {
  const backlog = previewBacklog(
    { before: planScoring(before), after: planScoring(after) },
    now,
    each,
  );
  for (const issue of issues) backlog.add(issue);
  const missing = new Set(backlog.missing(new Map()));
  const found = new Map([...outside].filter(([id]) => missing.has(id)));
  return backlog.done(found, { fields: 0, because: [] });
}
