import { sameName } from '../../text/same-name';
import { signalRules } from './signal-rules';
import { curveRules } from './curve-rules';
import type { DraftRubric } from '../schema/draft';
import { meanwhileRules } from './meanwhile-rules';
import { methodRules } from './method-rules';
import { overrideRules } from './override-rules';
import type { RubricProblem } from '../schema/problem';
import { ownMember } from '../../terms/own-member';

export type CrossFieldRule = (draft: DraftRubric) => readonly RubricProblem[];

const idsAreUnique: CrossFieldRule = (draft) => [
  ...repeats('pillars', draft.pillars),
  ...repeats('criteria', draft.criteria),
];

const criteriaNameTheirPillar: CrossFieldRule = (draft) => {
  const known = new Set(draft.pillars.map((pillar) => pillar?.id));
  return draft.criteria.flatMap((criterion, at) =>
    criterion?.pillar === undefined || known.has(criterion.pillar)
      ? []
      : [
          {
            path: `criteria.${at}.pillar`,
            problem: `no pillar is called "${criterion.pillar}"`,
            advice: `use one of ${[...known].join(', ')}`,
          },
        ],
  );
};

const pillarsHaveCriteria: CrossFieldRule = (draft) =>
  draft.pillars.flatMap((pillar, at) =>
    pillar?.id === undefined ||
    draft.criteria.some(
      (criterion) =>
        criterion === undefined || criterion.pillar === pillar.id || criterion.pillar === undefined,
    )
      ? []
      : [
          {
            path: `pillars.${at}`,
            problem: `pillar "${pillar.id}" has no criterion`,
            advice: 'add a criterion to it, or remove the pillar',
          },
        ],
  );

const effortIsOrdered: CrossFieldRule = ({ effort }) => [
  ...inOrder('effort.min', effort?.min, 'effort.max', effort?.max),
  ...inOrder('effort.min', effort?.min, 'effort.default', effort?.default),
  ...inOrder('effort.default', effort?.default, 'effort.max', effort?.max),
  ...inOrder('effort.e0', effort?.e0, 'effort.max', effort?.max),
];

const bandsAreOrdered: CrossFieldRule = ({ bands }) => [
  ...inOrder('bands.soon', bands?.soon, 'bands.immediate', bands?.immediate),
  ...inOrder('bands.canWait', bands?.canWait, 'bands.soon', bands?.soon),
];

const dueRampRuns: CrossFieldRule = ({ urgency }) =>
  urgency?.due?.full !== undefined &&
  urgency.due.none !== undefined &&
  urgency.due.full >= urgency.due.none
    ? [
        {
          path: 'urgency.due',
          problem: 'urgency would be complete before it starts',
          advice: 'let `none` be more days than `full`',
        },
      ]
    : [];

const worseSeverityWeighsMore: CrossFieldRule = ({ urgency, evidence }) => [
  ...falling('urgency.severity', urgency?.severity),
  ...falling('evidence.incidents.weights', evidence?.incidents?.weights),
];

const customersHaveSegments: CrossFieldRule = ({ customers }) => {
  const segments = new Set(Object.keys(customers?.segments ?? {}).map(sameName));
  return Object.entries(customers?.members ?? {}).flatMap(([customer, segment]) =>
    segments.has(sameName(segment))
      ? []
      : [
          {
            path: `customers.members.${customer}`,
            problem: `no segment is called "${segment}"`,
            advice: 'add it to customers.segments',
          },
        ],
  );
};

const revenueRises: CrossFieldRule = ({ customers }) => {
  const { from, to, least, most } = customers?.revenue ?? {};
  return [
    ...(from !== undefined && to !== undefined && from >= to
      ? [
          {
            path: 'customers.revenue.to',
            problem: 'revenue would weigh most before it begins to weigh more',
            advice: 'let `to` be a larger amount than `from`',
          },
        ]
      : []),
    ...inOrder('customers.revenue.least', least, 'customers.revenue.most', most),
  ];
};

const lanesNamePillars: CrossFieldRule = (draft) => {
  const known = new Set(draft.pillars.map((pillar) => pillar?.id));
  return draft.lanes.flatMap((rule, at) =>
    (rule?.any ?? []).flatMap((condition, where) =>
      condition?.kind !== 'strongestPillar' ||
      condition.pillar === undefined ||
      known.has(condition.pillar)
        ? []
        : [
            {
              path: `lanes.${at}.any.${where}.pillar`,
              problem: `no pillar is called "${condition.pillar}"`,
              advice: `use one of ${[...known].join(', ')}`,
            },
          ],
    ),
  );
};

export const crossFieldRules: readonly CrossFieldRule[] = [
  idsAreUnique,
  criteriaNameTheirPillar,
  pillarsHaveCriteria,
  ...curveRules,
  ...meanwhileRules,
  effortIsOrdered,
  bandsAreOrdered,
  dueRampRuns,
  worseSeverityWeighsMore,
  customersHaveSegments,
  revenueRises,
  lanesNamePillars,
  ...methodRules,
  ...signalRules,
  ...overrideRules,
];

function repeats(
  list: string,
  items: readonly ({ readonly id?: string | undefined } | undefined)[],
): RubricProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, at) => {
    if (item?.id === undefined) return [];
    if (!seen.has(item.id)) {
      seen.add(item.id);
      return [];
    }
    return [
      {
        path: `${list}.${at}.id`,
        problem: `"${item.id}" is used twice`,
        advice: 'give each an id of its own',
      },
    ];
  });
}

function inOrder(
  lowPath: string,
  low: number | undefined,
  highPath: string,
  high: number | undefined,
): RubricProblem[] {
  if (low === undefined || high === undefined || low <= high) return [];
  return [
    {
      path: lowPath,
      problem: `${low} is more than ${highPath}, ${high}`,
      advice: `lower ${lowPath} or raise ${highPath}`,
    },
  ];
}

function falling(
  path: string,
  table: Readonly<Record<string, number | undefined>> | undefined,
): RubricProblem[] {
  return [1, 2, 3, 4].flatMap((severity) => {
    const worse = ownMember(table ?? {}, String(severity));
    const milder = ownMember(table ?? {}, String(severity + 1));
    if (worse === undefined || milder === undefined || worse >= milder) return [];
    const problem = `severity ${severity + 1} weighs more than severity ${severity}, which is worse`;
    return [{ path: `${path}.${severity + 1}`, problem, advice: `give it at most ${worse}` }];
  });
}
