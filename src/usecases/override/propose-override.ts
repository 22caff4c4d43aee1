import { Override } from '../../core/governance/override';
import { overrideWords } from '../../core/governance/override-words';
import { approverWords } from '../../core/governance/rights';
import type { Lane } from '../../core/scoring/score-card';
import { Declined } from '../failures';
import { scoreIssues } from '../score-issues';
import { mustBeAllowed, openDesk, replaceOverrides, rightFor, verdictFor, type Asking } from './override-desk';
import { recordAct } from './record-act';

/** What a person asks for: a lane pinned, or the score moved by so many points. */
export type Wish = ({ readonly kind: 'lane'; readonly lane: Exclude<Lane, 'unsorted'> } | { readonly kind: 'points'; readonly points: number }) & {
  readonly reason: string;
  /** Last day on which it holds, UTC. */
  readonly until: string;
};

const DAY_MS = 86_400_000;
/** A judgement that is to hold longer than this belongs into the rubric. */
export const MOST_DAYS = 366;
/** Older ones no longer hold; the log keeps their history. */
const KEPT = 20;

/**
 * Overrides an issue, or asks for it where the decision rights want somebody's approval.
 * @throws Forbidden by the decision rights, Declined for an end that makes no sense or when somebody else was first
 */
export async function proposeOverride(issueId: string, wish: Wish, seen: string, asking: Asking): Promise<void> {
  const { me, now, world } = asking;
  const desk = await openDesk(issueId, asking);
  const verdict = verdictFor(wish.kind, wish.kind === 'lane' ? wish.lane : null, desk);
  mustBeAllowed(verdict);
  checkEnd(wish.until, now);
  const override = Override.parse({
    ...wish, id: `${me}-${now.getTime()}`, by: me, at: now.toISOString().slice(0, 10), approval: { state: verdict.approval === 'needed' ? 'waiting' : 'not needed' },
  });
  await replaceOverrides(desk, [...desk.kept, override].slice(-KEPT), seen, asking);
  const waits = verdict.approval === 'needed';
  await recordAct(
    {
      name: 'proposed', override, reason: wish.reason,
      changes: [{ what: 'override', from: null, to: `${overrideWords(override)} until ${override.until}${waits ? ', waiting for approval' : ''}` }],
      cause: waits ? `asked for; ${approverWords(rightFor(wish.kind, desk))} must approve` : 'overridden by a person',
    },
    desk, asking,
  );
  await scoreIssues([issueId], world, now);
}

function checkEnd(until: string, now: Date): void {
  const today = now.toISOString().slice(0, 10);
  if (until < today) throw new Declined(`The end ${until} is over already`, 'Choose a day from today on.');
  if (Date.parse(until) - now.getTime() > MOST_DAYS * DAY_MS) {
    throw new Declined(`The end ${until} is more than ${MOST_DAYS} days away`, 'What is to hold that long belongs into the rubric: ask its owner.');
  }
}
