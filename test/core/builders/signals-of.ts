import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import type { Reading } from '../../../src/core/issue/reading';

export const now = new Date('2026-11-20T12:00:00Z');

export const value = (of: number | string): Reading => ({ state: 'known', value: of });
export const empty: Reading = { state: 'empty' };

export interface SignalsGiven {
  readonly issue?: Partial<Signals['issue']>;
  readonly readings?: Signals['readings'];
  readonly absent?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly blocks?: readonly string[];
}

/** A medium story on a site that has story points and no other optional field; nobody estimated it. */
export function signalsOf({
  issue,
  readings,
  absent = [],
  evidence = [],
  blocks = [],
}: SignalsGiven = {}): Signals {
  const all = {
    priority: value('Medium'),
    'number:story points': empty,
    'number:timeoriginalestimate': empty,
    ...readings,
  };
  return {
    issue: {
      id: '1',
      key: 'PRO-1',
      project: 'PRO',
      type: 'Story',
      level: 0,
      status: 'To Do',
      category: 'new',
      labels: [],
      created: '2026-01-10',
      due: null,
      inActiveSprint: false,
      hasRelease: false,
      evidenceKind: null,
      followUp: false,
      ...issue,
    },
    readings: Object.fromEntries(Object.entries(all).filter(([key]) => !absent.includes(key))),
    absent: [
      'number:business value',
      'votes',
      'watchers',
      'number:affected customers',
      'filled:goals',
      ...absent,
    ],
    evidence,
    blocks,
    blockedBy: [],
  };
}

export function anIncident(given: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'incident',
    id: 'INC-1',
    key: given.id ?? 'INC-1',
    severity: 1,
    open: true,
    at: '2026-11-18',
    ...given,
  };
}

export function aTicket(id: string, customer: string, given: Partial<Evidence> = {}): Evidence {
  return { kind: 'support', id, key: id, customer, open: true, at: '2026-11-10', ...given };
}

export function cardOf(
  signals: Signals,
  rubric: Rubric = defaultRubric,
  at: Date = now,
): ScoreCard {
  return scoreIssue({ signals, rubric, now: at, inherited: null });
}

/** The default rubric with some parts of its own. */
export function aRubric(given: Partial<Rubric>): Rubric {
  return { ...defaultRubric, ...given };
}
