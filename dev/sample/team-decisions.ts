import { sampleIssueKey } from './issue-keys';
import { accountOf, type Login } from './people';

const RATED = 'strategic-fit';

/** What the team of the sample decided about its priorities, beside what stands in its Jira. */
export interface TeamDecisions {
  readonly project: string;
  /** Account id of who published the rubric. */
  readonly by: string;
  readonly reason: string;
  /** Of the rubric. */
  readonly name: string;
  /** What it judges by beside everything that the built-in rubric does. */
  readonly criterion: object;
  readonly votes: readonly Vote[];
}

interface Vote {
  readonly key: string;
  readonly by: string;
  readonly criterion: string;
  readonly value: number;
}

/** Bets and improvements that the team has talked about, and how each of them rated their strategic fit. */
const RATINGS: Readonly<Record<string, Partial<Record<Login, number>>>> = {
  // Product and support would bet on instant payouts; who has to run them would not.
  'instant-sepa': { mara: 5, ines: 4, teo: 2, omar: 1, luca: 2 },
  'pay-link': { mara: 5, teo: 5, noor: 4, priya: 5 },
  'group-netting': { mara: 3, teo: 2, hana: 3 },
  xrechnung: { mara: 5, noor: 5, ines: 4 },
  'match-split': { ines: 4, jonas: 4, priya: 3 },
  columns: { mara: 2, noor: 2, jonas: 3 },
};

/** One criterion more, that only people can answer. */
export const teamDecisions: TeamDecisions = {
  project: 'QUAY',
  by: accountOf('mara'),
  reason:
    'Whether something fits where we want to go is in nobody’s field: we rate it ourselves, each for themselves.',
  name: 'Quayline',
  criterion: {
    id: RATED,
    pillar: 'business-value',
    label: 'Strategic fit',
    signal: { kind: 'rating', min: 1, max: 5 },
    weight: 6,
    absence: 'unknown',
    curve: {
      kind: 'linear',
      direction: 'rising',
      from: { x: 1, points: 0 },
      to: { x: 5, points: 100 },
    },
  },
  votes: Object.entries(RATINGS).flatMap(([row, ratings]) =>
    Object.entries(ratings).map(([login, value]) => ({
      key: sampleIssueKey(row),
      by: accountOf(login as Login),
      criterion: RATED,
      value,
    })),
  ),
};
