import { issuesOf, type KeptEvidence, type Said, type State } from './kept-evidence';
import { dayOf } from '../time/utc-day';
import { aReport, type Report } from './report';

/** Said before anything else could be: whatever is reported later counts instead. */
const NEVER = 0;
/** Not said at all: gives way even to that. */
const UNSAID = -1;

/**
 * What is known after a report. The same whichever order reports come in and however often each comes.
 * `named` are the ids of the issues that the report speaks for, found in Jira; `space` is the project whose rule reports it.
 */
export function follow(
  before: KeptEvidence | null,
  report: Report,
  named: readonly string[],
  space?: string,
): KeptEvidence {
  const { occurred } = report;
  const known = before ?? nothingYet(report, space);
  const say = <T>(earlier: Said<T>, value: T | null): Said<T> =>
    value === null ? earlier : newer(earlier, { value, at: occurred });
  return {
    ...(known.space !== undefined && { space: known.space }),
    ...(known.linkFor !== undefined && { linkFor: known.linkFor }),
    ...(known.from !== undefined && { from: known.from }),
    ...(known.itself !== undefined && { itself: known.itself }),
    source: known.source,
    externalId: known.externalId,
    kind: newer(known.kind, { value: report.kind, at: occurred }),
    state: say<State>(known.state, stateOf(report)),
    customer: say<string | null>(known.customer, report.customer),
    segment: say<string | null>(known.segment, report.segment),
    level: say<string | null>(known.level, report.level),
    value: say<number | null>(known.value, report.value),
    raised: earliest(known.raised, report.raised ?? dayOf(occurred)),
    listed: report.issues.whole
      ? newer(known.listed, { value: [...named].sort(), at: occurred })
      : known.listed,
    added: report.issues.whole ? known.added : [...new Set([...known.added, ...named])].sort(),
  };
}

/** What merging this piece says of the one it went into: that it is there, and speaks for the same issues. Null while it is not merged. */
export function passedOn(
  merged: KeptEvidence,
): { readonly report: Report; readonly issues: readonly string[] } | null {
  const into = merged.state.value.mergedInto;
  if (into === null || into === merged.externalId) return null;
  const report = aReport({
    source: merged.source,
    externalId: into,
    occurred: NEVER,
    state: null,
    kind: merged.kind.value,
    level: merged.level.value,
    customer: merged.customer.value,
    segment: merged.segment.value,
    raised: merged.raised,
  });
  return { report, issues: issuesOf(merged) };
}

function nothingYet(
  { source, externalId, kind, raised, occurred }: Report,
  space: string | undefined,
): KeptEvidence {
  const unsaid = { value: null, at: UNSAID };
  return {
    ...(space === undefined ? { from: 'tool' } : { space }),
    source,
    externalId,
    kind: { value: kind, at: UNSAID },
    state: { value: { is: 'open', mergedInto: null }, at: UNSAID },
    customer: unsaid,
    segment: unsaid,
    level: unsaid,
    value: unsaid,
    raised: raised ?? dayOf(occurred),
    listed: { value: [], at: UNSAID },
    added: [],
  };
}

function stateOf({ state, mergedInto }: Report): State | null {
  if (mergedInto !== null) return { is: 'resolved', mergedInto };
  return state === null ? null : { is: state, mergedInto: null };
}

/** Of two things said for the same moment one must win wherever they come from: the one that reads greater. */
function newer<T>(earlier: Said<T>, later: Said<T>): Said<T> {
  if (later.at !== earlier.at) return later.at > earlier.at ? later : earlier;
  return JSON.stringify(later.value) > JSON.stringify(earlier.value) ? later : earlier;
}

function earliest(one: string, other: string): string {
  return one < other ? one : other;
}
