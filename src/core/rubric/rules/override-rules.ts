import type { DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

type Rule = (draft: DraftRubric) => readonly RubricProblem[];

/** What a form offers must be allowed, whatever is chosen in it. */
const usualEndIsAllowed: Rule = ({ overrides }) => {
  const { usualDays, laneDays, pointsDays, declineDays, pauseDays, overCapDays } = overrides ?? {};
  const kinds = Object.entries({ laneDays, pointsDays, declineDays, pauseDays, overCapDays });
  if (usualDays === undefined) return [];
  return kinds.flatMap(([name, most]) =>
    most === undefined || usualDays <= most
      ? []
      : [
          {
            path: 'overrides.usualDays',
            problem: `${usualDays} days are offered, but overrides.${name} allows only ${most}`,
            advice: `lower it to ${most} or raise overrides.${name}`,
          },
        ],
  );
};

/** Declining has rights of its own: a pause that outlasts it would be a way around them. */
const pausesEndBeforeDeclines: Rule = ({ overrides }) => {
  const { pauseDays, declineDays } = overrides ?? {};
  if (pauseDays === undefined || declineDays === undefined || pauseDays <= declineDays) return [];
  return [
    {
      path: 'overrides.pauseDays',
      problem: `work may be paused for ${pauseDays} days, longer than it may be declined`,
      advice: `give at most ${declineDays}`,
    },
  ];
};

export const overrideRules: readonly Rule[] = [usualEndIsAllowed, pausesEndBeforeDeclines];
