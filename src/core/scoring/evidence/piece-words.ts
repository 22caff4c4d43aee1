import type { Evidence } from '../../signals/signal';
import type { Severity } from '../../terms/severity';

/** How a line's source names one piece of evidence: written here and read here, so that a change can be told from two cards. */
const nouns = {
  incident: 'incident',
  support: 'support ticket',
  report: 'duplicate report',
  usage: 'usage figure',
} as const satisfies Readonly<Record<Evidence['kind'], string>>;
export const waitsForIt = 'waits for this issue';
export const blocksIt = 'blocks this issue';

export function pieceWords(
  { kind, open }: Pick<Evidence, 'kind' | 'open'>,
  severity?: Severity,
  assumed = false,
): string {
  return `${severity === undefined ? '' : `SEV${severity} `}${nouns[kind]}${assumed ? ' (severity assumed)' : ''}, ${open ? 'open' : 'closed'}`;
}

/** What a source's words stand for; null for what is no piece of evidence and no link. */
export function readPiece(text: string): { readonly noun: string; readonly open: boolean } | null {
  if (text === waitsForIt) return { noun: 'waiting issue', open: true };
  if (text === blocksIt) return { noun: 'blocker', open: true };
  const noun = Object.values(nouns).find((one) => new RegExp(`^(SEV\\d )?${one}[ ,]`).test(text));
  return noun === undefined ? null : { noun, open: /, open( \(|$)/.test(text) };
}
