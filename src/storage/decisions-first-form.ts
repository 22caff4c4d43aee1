import type { Change } from '../core/provenance/change';
import type { Noun, Value } from '../core/provenance/said';
import type { Recorded, Source } from '../core/provenance/source';
import type { Decision, KeptLine } from '../core/decisions/decision';

/** A decision as Ballast kept it while its core still made sentences. */
export interface DecisionBody1 extends Omit<Decision, 'changes' | 'cause' | 'lines'> {
  readonly changes: readonly {
    readonly what: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly because?: string;
  }[];
  readonly cause: string;
  readonly lines: readonly Line1[] | null;
}

interface Line1 extends Omit<KeptLine, 'value' | 'from'> {
  readonly value: number | string | null;
  readonly from: readonly {
    readonly text: string;
    readonly key?: string;
    readonly at?: string;
  }[];
}

type Body<T> = Omit<T, 'id' | 'issueId' | 'project' | 'at'>;

/** It reads as it always did; of its words only what later entries are compared with is told from them. */
export function fromFirstForm(decision: Body<DecisionBody1>): Body<Decision> {
  const { changes, cause, lines } = decision;
  return {
    ...decision,
    changes: changes.map(changeFrom),
    cause: { kind: 'recorded', text: cause },
    lines: lines?.map(lineFrom) ?? null,
  };
}

const DAY = /^\d{4}-\d\d-\d\d$/u;

function changeFrom(change: DecisionBody1['changes'][number]): Change {
  const { what, from, to } = change;
  if (what === 'due date' && to !== null && DAY.test(to)) return { kind: 'dueDate', from, to };
  if (what === 'customer update' && to === 'sent to nobody') return { kind: 'updateSent', to: [] };
  if (what === 'affected segments') return { kind: 'recorded', ...change, confidential: true };
  return { kind: 'recorded', ...change };
}

function lineFrom(line: Line1): KeptLine {
  return { ...line, value: valueFrom(line), from: line.from.map(sourceFrom) };
}

/** Of what Ballast put into words itself. A name, a day or a number is one still. */
function valueFrom({ id, value }: Line1): Value | null {
  if (typeof value !== 'string') return value;
  if (id === 'inherited') return { kind: 'issue', ref: { key: value } };
  return { kind: 'recorded', text: value };
}

function sourceFrom({ text, key, at }: Line1['from'][number]): Source {
  const piece = pieceIn(text);
  const ratings = /^(?:mean|median) of (?<count>\d+) votes?$/u.exec(text)?.groups?.['count'];
  const recorded: Recorded = {
    kind: 'recorded',
    text,
    ...(key !== undefined && { ref: { key } }),
    ...(at !== undefined && { at }),
    ...(piece !== null && { piece }),
    ...(text === 'nobody voted' && { ratings: 0 }),
    ...(ratings !== undefined && { ratings: Number(ratings) }),
    ...(/^and \d+ more$/u.test(text) && { more: true as const }),
  };
  return recorded;
}

const NOUNS: readonly Noun[] = ['incident', 'support ticket', 'duplicate report', 'usage figure'];

/** `SEV2 incident, open (PagerDuty PD-7)`, `support ticket, closed`, `open SEV1 incident`. */
function pieceIn(text: string): NonNullable<Recorded['piece']> | null {
  if (text === 'waits for this issue') return { noun: 'waiting issue', open: true };
  if (text === 'blocks this issue') return { noun: 'blocker', open: true };
  if (/^open SEV\d incident$/u.test(text)) return { noun: 'incident', open: true };
  const noun = NOUNS.find((one) => new RegExp(`^(SEV\\d )?${one}[ ,]`, 'u').test(text));
  return noun === undefined ? null : { noun, open: /, open(?: \(|$)/u.test(text) };
}
