import type { Decision } from '../../core/decisions/decision';
import type { Change } from '../../core/provenance/change';
import type { Audience } from '../ports/post-mortem';
import {
  Declined,
  Forbidden,
  Gone,
  Limited,
  Rejected,
  Unavailable,
  Unsure,
} from '../ports/failures';
import type { LedgerEntry } from '../ports/world';
import type { UpdateRound } from '../ports/updates';
import type { UpdateContext } from './view-update';
import { supportRequestKeys } from './notified-requests';
import { beginRound, endRound } from './update-round';

export interface Update {
  readonly keys: readonly string[];
  readonly text: string;
  /** As the person was shown it. */
  readonly seen: string;
}

export interface Missed {
  readonly key: string;
  readonly why: string;
}

/** What became of each request: sure to have it, sure not to have it, or neither. */
export interface SendOutcome {
  readonly sent: readonly string[];
  readonly failed: readonly Missed[];
  readonly perhaps: readonly Missed[];
}

/** What must be left of an invocation before one more request is begun: its answer, a look at it, and the log. Milliseconds. */
const ENOUGH_MS = 10_000;
const UNDER_WAY = 'the answer did not come back: look at its comments before you write to it again';

/**
 * Sends a text that the person has read as a public comment to linked support requests, in the person's name, one after the other.
 * Before each the log says that it may have it, and after the last what became of all: wherever it is cut off, nothing that went
 * out is missing from the log, and nothing is sent twice by itself.
 * @throws Declined for a request that does not speak for the issue, or that this person may not see, and when somebody else wrote since
 */
export async function sendCustomerUpdate(
  issueId: string,
  { keys, text, seen }: Update,
  context: UpdateContext,
): Promise<SendOutcome> {
  const { viewer, world } = context;
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  const known = new Set(await supportRequestKeys(entry, context));
  const stranger = keys.find((key) => !known.has(key));
  if (stranger !== undefined)
    throw new Declined(
      `${stranger} is no support request of this issue that you may see`,
      'Open the tab again: its links may have changed.',
    );
  const round = await beginRound(issueId, seen, context);
  const wanted = [...new Set(keys)];
  const keep = (outcome: SendOutcome): Promise<void> =>
    world.decisions.record([decisionOf(round, entry, { wanted, text, outcome })]);
  const outcome = await sendToEach(wanted, text, keep, context);
  // What the log says by now is true, if less sure: whoever sent hears how it went all the same.
  await attempt(() => keep(outcome));
  await attempt(() => endRound(issueId, round.id, context));
  return outcome;
}

async function sendToEach(
  keys: readonly string[],
  text: string,
  keep: (outcome: SendOutcome) => Promise<void>,
  { jira, world }: UpdateContext,
): Promise<SendOutcome> {
  const blocks = text
    .split(/\n{2,}/)
    .map((part) => ({ kind: 'text' as const, text: part.trim() }))
    .filter((part) => part.text !== '');
  let outcome: SendOutcome = { sent: [], failed: [], perhaps: [] };
  for (const key of keys) {
    const left =
      world.remainingMs() < ENOUGH_MS
        ? new Limited(1, 'There was no time left for it: send it again')
        : await attempt(() =>
            keep({ ...outcome, perhaps: [...outcome.perhaps, { key, why: UNDER_WAY }] }),
          );
    const failure =
      left ??
      (await attempt(async () => mustBePublic(key, await jira.comment(key, blocks, 'public'))));
    if (failure === null) outcome = { ...outcome, sent: [...outcome.sent, key] };
    else if (failure instanceof Unsure)
      outcome = {
        ...outcome,
        perhaps: [...outcome.perhaps, { key, why: `${failure.message}. ${failure.advice}` }],
      };
    else outcome = { ...outcome, failed: [...outcome.failed, { key, why: failure.message }] };
  }
  return outcome;
}

/** @throws Rejected when Jira made it an internal note, Unsure when it does not say who reads it */
function mustBePublic(key: string, readBy: Audience | null): void {
  if (readBy === 'internal')
    throw new Rejected(
      `Jira made it an internal note, so no customer reads it: your licence lets you write internal notes only. Ask an agent to send it, and delete your note on ${key}`,
    );
  if (readBy === null)
    throw new Unsure(
      'Jira does not say whether customers read it',
      `Look at the comments of ${key}.`,
    );
}

interface Said {
  readonly wanted: readonly string[];
  readonly text: string;
  readonly outcome: SendOutcome;
}

/** One entry of the log an update, however often it is written. */
function decisionOf(
  { id, at, by }: UpdateRound,
  { issueId, project, rubricVersion }: LedgerEntry,
  { wanted, text, outcome: { sent, perhaps } }: Said,
): Decision {
  const nobody = sent.length + perhaps.length === 0;
  const changes: readonly Change[] = [
    ...(sent.length === 0 && !nobody
      ? []
      : [{ kind: 'updateSent', to: sent.map((key) => ({ ref: { key } })) } as const]),
    ...perhaps.map(({ key, why }) => ({ kind: 'updatePerhapsSent', ref: { key }, why }) as const),
  ];
  return {
    id,
    issueId,
    project,
    at,
    kind: 'customer update',
    changes,
    cause: { kind: 'toldCustomers' },
    reason: nobody ? null : text,
    by,
    rubricVersion,
    score: null,
    lines: null,
    mentions: wanted,
    sentTo: [
      ...sent.map((key) => ({ key, how: 'sent' as const })),
      ...perhaps.map(({ key }) => ({ key, how: 'perhaps' as const })),
    ],
  };
}

/** What kept it from being done; null when it was. */
async function attempt(work: () => Promise<void>): Promise<Error | null> {
  try {
    await work();
    return null;
  } catch (failure) {
    if (
      [Forbidden, Gone, Rejected, Limited, Unavailable, Unsure].some(
        (kind) => failure instanceof kind,
      ) &&
      failure instanceof Error
    )
      return failure;
    throw failure;
  }
}
