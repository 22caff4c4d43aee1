import { privacy } from '@forge/api';
import { z } from 'zod';
import { Forbidden, Limited, Rejected, Unavailable } from '../usecases/ports/failures';
import {
  MOST_REPORTED,
  type AccountReports,
} from '../usecases/ports/personal-data/account-reports';

const DOING = 'reporting stored account ids to Atlassian';
/** Where no wait is named. Seconds. */
const RETRY_AFTER = 60;
/** Seconds. */
const LONGEST_WAIT = 3_600;

const updates = z.array(
  z.looseObject({ accountId: z.string(), status: z.enum(['closed', 'updated']) }),
);
/** What the platform's package throws away for an answer that is no success. */
const answer = z.looseObject({
  status: z.number(),
  headers: z.custom<{ get(name: string): string | null }>(),
});

/** Needs the scope `report:personal-data`. */
export function forgeAccountReports(): AccountReports {
  return {
    async report(accountIds, asOf) {
      // More than that the package sends in several requests at once.
      if (accountIds.length > MOST_REPORTED)
        throw new Rejected(`${accountIds.length} accounts are too many for one report`);
      const updatedAt = asOf.toISOString();
      const said = await privacy
        .reportPersonalData(accountIds.map((accountId) => ({ accountId, updatedAt })))
        .catch((failure: unknown) => {
          throw failureOf(failure);
        });
      const parsed = updates.safeParse(said);
      if (parsed.success) return parsed.data;
      throw new Unavailable(`Atlassian's answer to ${DOING} has an unknown shape`);
    },
  };
}

/** The package rejects with the response itself. Its text is left out: it may name accounts. */
function failureOf(failure: unknown): Error {
  const refused = answer.safeParse(failure);
  if (!refused.success) return new Unavailable(`No answer came while ${DOING}`, { cause: failure });
  const { status, headers } = refused.data;
  if (status === 429) {
    const named = Number(headers.get('retry-after') ?? RETRY_AFTER);
    const seconds =
      Number.isFinite(named) && named > 0 ? Math.min(named, LONGEST_WAIT) : RETRY_AFTER;
    return new Limited(seconds, `Atlassian asks to wait while ${DOING}`);
  }
  if (status === 401 || status === 403)
    return new Forbidden(`Atlassian refuses ${DOING} (${status})`);
  return status >= 500
    ? new Unavailable(`Atlassian failed while ${DOING} (${status})`)
    : new Rejected(`Atlassian refuses ${DOING} (${status})`);
}
