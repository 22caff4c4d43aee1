import { z } from 'zod';
import type { Clock } from '../clock';
import { jsonAnswer, type Answer } from './forge-response';

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
const MOST = 90;
const CYCLE_DAYS = 7;
const SCOPE = 'report:personal-data';

const report = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        accountId: z.string().min(1).max(128),
        updatedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(MOST),
});

/** What became of people's accounts at Atlassian, and what the app reported. */
export interface Accounts {
  /** The person has closed the account: whatever is stored of it must go. */
  close(accountId: string): void;
  /** The person has changed the name or another detail: whatever is stored of it must be read again. */
  change(accountId: string): void;
  /** The next reports, so many, are refused with this status; 429 with a wait of 30 seconds. */
  refuse(status: number, times: number): void;
  /** Ids of those that are closed. */
  closed(): readonly string[];
  /** Each report that was taken, the oldest first. */
  readonly reported: readonly Reported[];
}

export interface Reported {
  /** ISO time. */
  readonly at: string;
  readonly accounts: readonly { readonly accountId: string; readonly updatedAt: string }[];
}

export interface AccountReports extends Accounts {
  /** Answers `POST /app/report-accounts`. */
  answer(method: string, body: string): Answer;
}

/** Atlassian's side of the report of stored personal data: what is not documented as an input is refused. */
export function accountReports(clock: Clock, scopes: readonly string[]): AccountReports {
  const closed = new Set<string>();
  const changed = new Map<string, number>();
  const reported: Reported[] = [];
  const refusals: number[] = [];

  const statusOf = (accountId: string, updatedAt: string): 'closed' | 'updated' | null => {
    if (closed.has(accountId)) return 'closed';
    return (changed.get(accountId) ?? 0) > Date.parse(updatedAt) ? 'updated' : null;
  };

  return {
    reported,
    closed: () => [...closed],
    close: (accountId) => void closed.add(accountId),
    change: (accountId) => void changed.set(accountId, clock.now()),
    refuse: (status, times) => {
      refusals.push(...Array.from({ length: times }, () => status));
    },
    answer(method, body) {
      if (method !== 'POST') return jsonAnswer(405, { message: 'Use POST.' });
      if (!scopes.includes(SCOPE))
        return jsonAnswer(403, { message: `manifest.yml lacks the scope ${SCOPE}.` });
      const refusal = refusals.shift();
      if (refusal !== undefined)
        return jsonAnswer(
          refusal,
          { message: 'Refused on request.' },
          refusal === 429 ? { 'retry-after': '30' } : {},
        );
      const parsed = report.safeParse(jsonOf(body));
      if (!parsed.success) return jsonAnswer(400, { message: z.prettifyError(parsed.error) });
      const { accounts } = parsed.data;
      if (new Set(accounts.map(({ accountId }) => accountId)).size < accounts.length)
        return jsonAnswer(400, { message: 'An account is reported twice.' });
      reported.push({ at: new Date(clock.now()).toISOString(), accounts });
      const updates = accounts.flatMap(({ accountId, updatedAt }) => {
        const status = statusOf(accountId, updatedAt);
        return status === null ? [] : [{ accountId, status }];
      });
      const headers = { 'cycle-period': String(CYCLE_DAYS) };
      return updates.length === 0
        ? { status: 204, headers, body: '' }
        : jsonAnswer(200, { accounts: updates }, headers);
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
