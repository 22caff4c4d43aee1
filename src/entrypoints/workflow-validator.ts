import { z } from 'zod';
import { Forbidden, Gone, Limited, Rejected, Unavailable } from '../usecases/ports/failures';
import { whyNotClose } from '../usecases/post-mortem/allow-closing';
import type { World } from '../usecases/ports/world';

/** While an issue is being created it has no key yet. */
const asked = z.looseObject({ issue: z.looseObject({ key: z.string().nullish() }) });

export interface ClosingVerdict {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** Door of `jira:workflowValidator` post-mortem-done. A person waits at the transition: what passes by itself is told in words. */
export async function onClosing(args: unknown, world: World, now: Date): Promise<ClosingVerdict> {
  const {
    issue: { key },
  } = asked.parse(args);
  // What is only being made owes nothing yet.
  if (key === null || key === undefined) return { result: true };
  try {
    const why = await whyNotClose(key, world, now);
    return why === null ? { result: true } : { result: false, errorMessage: why };
  } catch (failure) {
    const advice = adviceOn(failure);
    if (advice === null) throw failure;
    return {
      result: false,
      errorMessage: `Ballast could not look at the post-mortem of ${key}. ${advice}`,
    };
  }
}

/** What the person at the transition can do; null for a bug, of which Jira shows its own message. */
function adviceOn(failure: unknown): string | null {
  if (failure instanceof Limited || failure instanceof Unavailable) return 'Try again in a moment.';
  if (failure instanceof Forbidden || failure instanceof Gone)
    return 'Ask a project administrator to give Ballast access to this work item.';
  return failure instanceof Rejected
    ? 'Ask a project administrator to look at the Setup check of Ballast.'
    : null;
}
