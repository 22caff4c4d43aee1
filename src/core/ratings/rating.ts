import { ownMember } from '../terms/own-member';

/** One person's rating of one criterion of one issue, as Ballast keeps it. */
export interface Vote {
  /** Account id. */
  readonly by: string;
  readonly value: number;
  /** Day, `2026-11-20`, UTC. */
  readonly at: string;
}

/** By the criterion's id. */
export type Votes = Readonly<Record<string, readonly Vote[]>>;

/** Those on one criterion. */
export function votesOn(votes: Votes | undefined, criterion: string): readonly Vote[] {
  return ownMember(votes ?? {}, criterion) ?? [];
}

/** The same votes, with this one in place of the person's earlier ones on the criterion. */
export function withVote(votes: Votes, criterion: string, vote: Vote): Votes {
  return {
    ...votes,
    [criterion]: [...votesOn(votes, criterion).filter(({ by }) => by !== vote.by), vote],
  };
}

/** The same votes without this person's on the criterion. */
export function withoutVote(votes: Votes, criterion: string, by: string): Votes {
  const { [criterion]: _, ...others } = votes;
  const left = votesOn(votes, criterion).filter((vote) => vote.by !== by);
  return left.length === 0 ? others : { ...others, [criterion]: left };
}
