import fc from 'fast-check';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { questionsOf, readingKey, type FieldQuestion } from '../../../src/core/signals/reading-key';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import type { Reading } from '../../../src/core/issue/reading';
import type { Severity } from '../../../src/core/terms/severity';
import { priorities, workTypes } from './rubric';

export const days: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2027, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

export const severities = fc.constantFrom<Severity>(1, 2, 3, 4, 5);

/** As no person means it, and as a field may hold it all the same; and where a share ends and a percentage begins. */
const extreme = fc.constantFrom(
  1e12,
  1e15,
  1e16,
  1e200,
  1e308,
  -1e308,
  1e-9,
  1e-12,
  5e-324,
  0.8,
  1,
  1.5,
  2,
);

/** What a field may hold when somebody filled it, of the type that the question expects. */
export function knownReading(question: FieldQuestion): fc.Arbitrary<Reading> {
  switch (question.kind) {
    case 'priority':
    case 'option':
    case 'user':
      return fc.constantFrom(...priorities).map((value): Reading => ({ state: 'known', value }));
    case 'sprint':
      return fc
        .constantFrom('active', 'future', 'none')
        .map((value): Reading => ({ state: 'known', value }));
    case 'votes':
    case 'watchers':
    case 'comments':
    case 'reopened':
    case 'count':
      return fc.nat(200).map((value): Reading => ({ state: 'known', value }));
    case 'number':
      return fc
        .oneof(fc.nat(100), fc.double({ min: -10, max: 1e6, noNaN: true }), extreme)
        .map((value): Reading => ({ state: 'known', value, field: 'A number' }));
    case 'workingDays':
      return fc
        .oneof(
          fc.integer({ min: 1, max: 260_000 }).map((n) => n / 1000),
          extreme.filter((n) => n > 0),
        )
        .map((value): Reading => ({ state: 'known', value, field: 'A time' }));
    case 'date':
    case 'sla':
    case 'statusSince':
      return days.map((value): Reading => ({ state: 'known', value }));
    case 'filled':
      return fc.constant<Reading>({ state: 'known', value: 1 });
    case 'links':
      return fc
        .uniqueArray(
          fc.nat(9).map((n) => `Z-${n}`),
          { minLength: 1, maxLength: 4 },
        )
        .map((value): Reading => ({ state: 'known', value }));
    case 'words':
      return fc
        .tuple(fc.subarray([...question.any], { minLength: 1 }), fc.constantFrom(...question.in))
        .map(([value, field]): Reading => ({ state: 'known', value, field }));
  }
}

const notKnown: fc.Arbitrary<Reading | null> = fc.constantFrom<Reading | null>(
  null,
  { state: 'empty' },
  { state: 'unknown', why: 'it holds text, not a number' },
  { state: 'known', value: 'None' },
);

export const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    kind: fc.constantFrom(
      'incident' as const,
      'support' as const,
      'report' as const,
      'usage' as const,
    ),
    number: fc.nat(30),
    customer: fc.option(
      fc.constantFrom('Acme', 'acme ', 'Globex', 'Initech', 'Umbrella', 'Hooli'),
      { nil: undefined },
    ),
    severity: fc.option(severities, { nil: undefined }),
    open: fc.boolean(),
    at: days,
    slaBreached: fc.boolean(),
  })
  .map(({ kind, number, customer, severity, open, at, slaBreached }): Evidence => ({
    kind,
    id: `${kind}-${number}`,
    open,
    at,
    ...(customer === undefined ? {} : { customer }),
    ...(severity === undefined ? {} : { severity }),
    ...(slaBreached ? { slaBreached } : {}),
  }));

/** What people may have answered to each criterion that Ballast asks about. */
function votesFor(rubric: Rubric): fc.Arbitrary<NonNullable<Signals['votes']>> {
  const asked = rubric.criteria.flatMap(({ id, signal }) =>
    signal.kind === 'rating' ? [{ id, signal }] : [],
  );
  const one = ({ min, max }: { readonly min: number; readonly max: number }) =>
    fc.record({
      by: fc.constantFrom('ann', 'bo', 'cy', 'di'),
      value: fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10),
      at: days,
    });
  return fc
    .tuple(
      ...asked.map(({ id, signal }) =>
        fc.array(one(signal), { maxLength: 4 }).map((votes) => [id, votes] as const),
      ),
    )
    .map((all) => Object.fromEntries(all));
}

/** What a rubric's questions may find on an open issue. */
export function signalsFor(rubric: Rubric): fc.Arbitrary<Signals> {
  const questions = questionsOf(rubric);
  return fc
    .record({
      answers: fc.tuple(
        ...questions.map((question) =>
          fc.oneof(
            { weight: 2, arbitrary: knownReading(question) },
            { weight: 1, arbitrary: notKnown },
          ),
        ),
      ),
      type: fc.constantFrom(...workTypes, 'Something else'),
      created: days,
      touched: fc.option(days, { nil: undefined }),
      due: fc.option(days),
      evidence: fc.uniqueArray(evidence, { maxLength: 8, selector: ({ id }) => id }),
      votes: votesFor(rubric),
      blocks: fc.uniqueArray(
        fc.nat(9).map((n) => `X-${n}`),
        { maxLength: 5 },
      ),
      blockedBy: fc.uniqueArray(
        fc.nat(9).map((n) => `Y-${n}`),
        { maxLength: 3 },
      ),
      late: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    .map((made) => ({
      issue: {
        id: '1',
        key: 'PRO-1',
        project: 'PRO',
        type: made.type,
        level: 0,
        status: 'Open',
        category: 'new',
        labels: [],
        created: made.created,
        ...(made.touched === undefined ? {} : { touched: made.touched }),
        due: made.due,
        inActiveSprint: false,
        hasRelease: false,
        evidenceKind: null,
        followUp: false,
        ...(made.late ? { slaBreached: true as const } : {}),
      },
      readings: Object.fromEntries(
        questions.flatMap((question, at) => {
          const answer = made.answers[at] ?? null;
          return answer === null ? [] : [[readingKey(question), answer]];
        }),
      ),
      absent: questions.filter((_, at) => (made.answers[at] ?? null) === null).map(readingKey),
      evidence: made.evidence,
      votes: made.votes,
      blocks: made.blocks,
      blockedBy: made.blockedBy,
    }));
}
