import { z } from 'zod';
import { Declined } from '../usecases/ports/failures';

/** Up to where somebody has read the log of an issue. */
export interface LogPosition {
  readonly issueId: string;
  /** ISO time of the last entry that was shown. */
  readonly at: string;
  /** Ids of the entries of that moment that were shown. */
  readonly shown: readonly string[];
}

const position = z.strictObject({
  issueId: z.string(),
  at: z.iso.datetime({ offset: true }),
  shown: z.array(z.string()).readonly(),
});

/** As the page carries it. */
export function positionText(known: LogPosition): string {
  return Buffer.from(JSON.stringify(known)).toString('base64url');
}

/**
 * The position that a text stands for.
 * @throws Declined when it stands for none, or for one in the log of another issue
 */
export function positionIn(issueId: string, text: string): LogPosition {
  const parsed = position.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success || parsed.data.issueId !== issueId)
    throw new Declined(
      'This page of the decision log cannot be opened',
      'Reload the page, then ask for the earlier entries again.',
    );
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
