import { dayNumberOf } from '../../src/core/time/utc-day';
import type { Decision } from '../../src/core/decisions/decision';
import type { LedgerEntry, StoredRubric } from '../../src/usecases/ports/world';

const AT = '2026-11-16T09:00:00.000Z';

/** An open issue of PAY that is to be woken tomorrow. */
export function anEntry(issueId: string, facts: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    issueId,
    key: `PAY-${Number(issueId) - 10_000}`,
    project: 'PAY',
    open: true,
    rubricVersion: 1,
    rubric: 'site-1',
    gathered: 'site-1',
    wakeDay: (dayNumberOf(AT) ?? 0) + 1,
    revision: 0,
    scoredAt: AT,
    readAt: AT,
    updated: AT,
    own: null,
    written: null,
    unsure: false,
    signals: null,
    blocks: [],
    blockers: [],
    feeds: [],
    evidence: '',
    pendingDependents: [],
    ...facts,
  };
}

export function aRubric(version: number): StoredRubric {
  return { document: { name: 'Ours' }, version, by: 'ann', reason: 'calmer', at: AT };
}

export function aDecision(id: string, facts: Partial<Decision> = {}): Decision {
  return {
    id,
    issueId: '10001',
    project: 'PAY',
    at: AT,
    kind: 'override',
    changes: [],
    cause: { kind: 'recorded', text: 'because' },
    reason: id,
    by: null,
    rubricVersion: 1,
    score: 50,
    lines: null,
    mentions: [],
    ...facts,
  } as Decision;
}
