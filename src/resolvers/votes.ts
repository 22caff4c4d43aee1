import { daysAfter } from '../core/time/utc-day';
import { z } from 'zod';
import type { RatedView, VotesOnView, VotesView } from '../contract/votes';
import { castVote, withdrawVote } from '../usecases/ratings/cast-rating';
import type { Asking } from '../usecases/overrides/override-desk';
import { viewVotes, type RatedVotes, type VotesShown } from '../usecases/ratings/view-ratings';
import { issueAsk } from './decisions';

const withdrawAsk = issueAsk.extend({ criterion: z.string().min(1).max(60) });
const castAsk = withdrawAsk.extend({ value: z.number().min(-1e9).max(1e9) });

export const voteAnswers = {
  'votes.view': async (payload: unknown, asking: Asking): Promise<VotesView> =>
    shown(issueAsk.parse(payload).issueId, asking),

  'votes.cast': async (payload: unknown, asking: Asking): Promise<VotesView> => {
    const { issueId, criterion, value } = castAsk.parse(payload);
    await castVote(issueId, criterion, value, asking);
    return shown(issueId, asking);
  },

  'votes.withdraw': async (payload: unknown, asking: Asking): Promise<VotesView> => {
    const { issueId, criterion } = withdrawAsk.parse(payload);
    await withdrawVote(issueId, criterion, asking);
    return shown(issueId, asking);
  },
};

async function shown(issueId: string, asking: Asking): Promise<VotesView> {
  const votes = await viewVotes(issueId, asking);
  const { verdict, settings } = votes;
  return {
    criteria: votes.rated.map((one) => ratedView(one, votes, asking.me)),
    combine: settings.combine,
    may: verdict.may ? { may: true } : { may: false, why: verdict.why },
  };
}

function ratedView(
  { criterion, shown: visible, mine }: RatedVotes,
  { settings, names }: VotesShown,
  me: string,
): RatedView {
  const {
    id,
    label,
    signal: { min, max },
  } = criterion;
  return {
    id,
    label,
    min,
    max,
    mine:
      mine === null
        ? null
        : {
            value: mine.vote.value,
            at: mine.vote.at,
            counts: mine.counts,
            until: lastDay(mine.vote.at, settings.expireAfterDays),
          },
    votes: votesView(visible, names, me),
  };
}

function votesView(
  visible: RatedVotes['shown'],
  names: VotesShown['names'],
  me: string,
): VotesOnView {
  if (visible.state === 'hidden') return { state: 'hidden', count: visible.count };
  if (visible.alignment === null) return { state: 'none' };
  const { combined, lowest, highest, spread, strong, voters } = visible.alignment;
  return {
    state: 'shown',
    combined,
    lowest,
    highest,
    spread,
    strong,
    voters: voters.map(({ by, value, off, at }) => ({
      name: names.get(by) ?? 'somebody',
      me: by === me,
      value,
      off,
      at,
    })),
  };
}

function lastDay(at: string, days: number | null): string | null {
  return days === null ? null : daysAfter(at, days);
}
