import type { FieldInfo } from '../signals/issue-record';
import { questionsFor, type FieldQuestion } from '../signals/reading-key';
import { mismatch } from '../signals/retyped';
import { siteFields, type SiteFields } from '../signals/site-fields';
import type { RubricProblem } from './problem';
import type { Rubric } from './schema';

/**
 * What a sound rubric asks of fields that the site does not have, or has with another type: such a criterion would be unknown
 * on every issue. One that says `ifSiteHas` is left out instead, and is no problem while the field is missing.
 */
export function problemsOnSite(rubric: Rubric, fields: readonly FieldInfo[]): readonly RubricProblem[] {
  const site = siteFields(fields);
  const { source } = rubric.moscow;
  return [
    ...rubric.criteria.flatMap((criterion, at) =>
      questionsFor(criterion.signal).flatMap((question) => against(question, site, `criteria.${at}.signal`, `criterion ${criterion.id}`, criterion.ifSiteHas)),
    ),
    ...(source.from === 'field' ? against({ kind: 'option', fields: source.fields }, site, 'moscow.source.fields', 'MoSCoW', false) : []),
  ];
}

function against(question: FieldQuestion, site: SiteFields, path: string, who: string, mayBeMissing: boolean): readonly RubricProblem[] {
  if (!('fields' in question) || question.fields.length === 0) return [];
  const found = site.called(question.fields);
  const names = question.fields.join(' or ');
  if (found.length === 0) {
    return mayBeMissing ? [] : [{ path, problem: `${who} reads field ${names}, which this site does not have`, advice: 'name a field that it has, or create one' }];
  }
  if (question.kind === 'filled' || question.kind === 'sla') return [];
  const { kind } = question;
  const wrong = found.map((field) => mismatch(field, kind));
  const [first] = wrong;
  return first !== undefined && first !== null && wrong.every((why) => why !== null)
    ? [{ path, problem: `${who} cannot read its field: ${first}`, advice: 'name another field, or read it as what it is' }]
    : [];
}
