import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { z } from 'zod';
import type { ScoreChannel } from '../usecases/ports/reactions';

/**
 * Each takes two of the 50 calls a second that an installation has. Panels learn of whole backlogs when they ask by themselves.
 * https://developer.atlassian.com/platform/forge/realtime/
 */
const SENT_AT_ONCE = 10;

/** One channel an issue: who listens learns when that issue was scored, and only with a token that was signed for it. */
const channelOf = (issueId: string): string => `scored:${issueId}`;
/** Listeners and tellers meet only where their tokens carry the same. */
const CLAIMS = { app: 'ballast', about: 'scores' };

const signed = z.object({
  token: z.string(),
  expiresAt: z.union([z.number(), z.string()]).nullish().catch(null),
});
/** A number below is in seconds. */
const IN_SECONDS = 100_000_000_000;

/** Queue and schedules have no surface around them, so the channels are global and the tokens keep strangers out. */
export function forgeScoreChannel(): ScoreChannel {
  const sign = async (issueId: string) => {
    const answer = signed.safeParse(
      await signRealtimeToken(channelOf(issueId), CLAIMS).catch(() => null),
    );
    return answer.success ? answer.data : null;
  };
  const tellOf = async (issueId: string): Promise<void> => {
    const key = await sign(issueId);
    if (key !== null)
      await publishGlobal(channelOf(issueId), { scored: issueId }, { token: key.token });
  };
  return {
    async listen(issueId) {
      const key = await sign(issueId);
      return key === null
        ? null
        : { channel: channelOf(issueId), token: key.token, expiresAt: momentOf(key.expiresAt) };
    },
    async tell(issueIds) {
      if (issueIds.length > SENT_AT_ONCE) return;
      await Promise.allSettled(issueIds.map(tellOf));
    },
  };
}

/** The documentation gives no form: seconds or milliseconds since 1970, or an ISO time. */
function momentOf(given: number | string | null | undefined): number | null {
  if (given === null || given === undefined || given === '') return null;
  const number = Number(given);
  const moment = Number.isNaN(number)
    ? Date.parse(String(given))
    : number < IN_SECONDS
      ? number * 1000
      : number;
  return Number.isNaN(moment) ? null : moment;
}
