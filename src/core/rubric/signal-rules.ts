import { sameName } from './same-name';
import type { DraftCriterion, DraftRubric } from './draft';
import type { RubricProblem } from './problem';

type Rule = (draft: DraftRubric) => readonly RubricProblem[];

/** The nearer a date, the more it says: a curve over days until it must not reward distance. */
function nearerNeverLowers(path: string, { signal, curve }: DraftCriterion): RubricProblem[] {
  if (signal?.kind !== 'date' && signal?.kind !== 'sla') return [];
  const rises = curve?.kind === 'saturating' || curve?.kind === 'log' || ((curve?.kind === 'linear' || curve?.kind === 'steps') && (curve.direction ?? 'rising') !== 'falling');
  return rises ? [{ path: `${path}.curve`, problem: 'a nearer date would lower the score', advice: 'use a dateRamp, or a falling curve over the days until it' }] : [];
}

function scaleHasLength(path: string, { signal }: DraftCriterion): RubricProblem[] {
  if (signal?.kind !== 'rating' || signal.min === undefined || signal.max === undefined || signal.min < signal.max) return [];
  return [{ path: `${path}.signal.max`, problem: `${signal.max} does not come after ${signal.min}`, advice: 'let `max` be the larger' }];
}

/** What a list of fields says of an issue is kept under its first name: two lists that begin alike must be alike. */
const listsThatBeginAlikeAreAlike: Rule = ({ criteria }) => {
  const lists = new Map<string, string>();
  return criteria.flatMap((criterion, at) => {
    const names = (criterion?.signal?.fields ?? []).flatMap((name) => (name === undefined ? [] : [sameName(name)]));
    const [first] = names;
    if (first === undefined) return [];
    const key = `${criterion?.signal?.kind ?? ''}:${first}`;
    const before = lists.get(key);
    lists.set(key, before ?? names.join('|'));
    if (before === undefined || before === names.join('|')) return [];
    return [{ path: `criteria.${at}.signal.fields`, problem: `another criterion's fields begin with "${first}" too, and go on differently`, advice: 'give both the same list' }];
  });
};

const ofEach = (rule: (path: string, criterion: DraftCriterion) => RubricProblem[]): Rule =>
  ({ criteria }) => criteria.flatMap((criterion, at) => (criterion === undefined ? [] : rule(`criteria.${at}`, criterion)));

export const signalRules: readonly Rule[] = [ofEach(nearerNeverLowers), ofEach(scaleHasLength), listsThatBeginAlikeAreAlike];
