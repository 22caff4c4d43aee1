import type { LedgerEntry, RescoreKind } from '../../ports/world';

/** One issue before and after scoring; `before` is null for one that the ledger did not know, `after` for one that is gone. */
export interface WalkStep {
  readonly before: LedgerEntry | null;
  readonly after: LedgerEntry | null;
  /** Ids of the issues that are evidence for it, as far as it was read from Jira. */
  readonly spokenForBy?: readonly string[];
}

/** Another issue whose score depends on what changed, and whether the ledger suffices to score it. */
export interface Dependent {
  readonly id: string;
  readonly kind: RescoreKind;
}

/**
 * The other issues whose score depends on what changed: those that block this one (they inherit its score), those that it is
 * evidence for, and those still owed from a run that was cut off. When it is closed or reopened, the links of the issues at
 * both ends of a block say something else than before; when it got another key, they name it wrongly.
 */
export function dependentsOf({ before, after }: WalkStep): readonly Dependent[] {
  const found = (before?.pendingDependents ?? []).map(pendingDependent);
  if (before !== null && before.open !== (after?.open ?? false)) {
    for (const id of [...ends('blockers', before, after), ...ends('blocks', before, after)])
      found.push({ id, kind: 'read' });
  } else if (passedOn(before) !== passedOn(after)) {
    for (const id of ends('blockers', before, after)) found.push({ id, kind: 'ledger' });
  }
  if (before?.evidence !== after?.evidence)
    for (const id of ends('feeds', before, after)) found.push({ id, kind: 'read' });
  if (isCalledOtherwise(before, after))
    for (const which of ['blocks', 'blockers', 'feeds'] as const)
      for (const id of ends(which, before, after)) found.push({ id, kind: 'read' });
  return [...new Map(found.map((one) => [one.kind + one.id, one])).values()];
}

/** It was moved, or its project has another key: others name it by the key that it had when they were read. */
function isCalledOtherwise(before: LedgerEntry | null, after: LedgerEntry | null): boolean {
  return before !== null && after !== null && before.key !== '' && before.key !== after.key;
}

/**
 * The same while a whole backlog is scored for the first time: the job itself reads every open issue with its evidence, so that
 * only blockers which were scored before the issue they block have to be scored again, and what was read while this issue was out of
 * the app's sight: what it is evidence for, and what is evidence for it.
 */
export function dependentsInBacklog(
  step: WalkStep,
  inLedger: (id: string) => LedgerEntry | undefined,
): readonly Dependent[] {
  const { before, after, spokenForBy = [] } = step;
  if (!isFirst(before) || after === null) return dependentsOf(step);
  const blockers = after.blockers.filter((id) => inLedger(id) !== undefined);
  const unaware = after.feeds.filter((id) => {
    const signals = inLedger(id)?.signals ?? null;
    return signals !== null && !signals.evidence.some((piece) => piece.id === after.key);
  });
  const silent = spokenForBy.filter((id) => inLedger(id)?.feeds.includes(after.issueId) === false);
  return [
    ...blockers.map((id): Dependent => ({ id, kind: 'ledger' })),
    ...[...unaware, ...silent].map((id): Dependent => ({ id, kind: 'read' })),
  ];
}

/** Nothing was known before, or only that an issue was gone, or that its fields were about to be written for the first time. */
export function isFirst(before: LedgerEntry | null): boolean {
  return before === null || before.evidence === '';
}

const FROM_LEDGER = '~';

/** As a record keeps it until its rescoring is on the queue. */
export function asPending({ id, kind }: Dependent): string {
  return kind === 'ledger' ? FROM_LEDGER + id : id;
}

export function pendingDependent(pending: string): Dependent {
  return pending.startsWith(FROM_LEDGER)
    ? { id: pending.slice(FROM_LEDGER.length), kind: 'ledger' }
    : { id: pending, kind: 'read' };
}

/** What a blocker may inherit through this issue: its own score, its final one, and the ways on to the issues behind it. */
function passedOn(entry: LedgerEntry | null): string {
  return entry?.open === true
    ? JSON.stringify([entry.own, entry.written?.score, entry.blocks])
    : 'closed';
}

function ends(
  which: 'blockers' | 'blocks' | 'feeds',
  before: LedgerEntry | null,
  after: LedgerEntry | null,
): string[] {
  return [...(before?.[which] ?? []), ...(after?.[which] ?? [])];
}
