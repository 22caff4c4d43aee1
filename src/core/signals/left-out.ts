import type { Rubric } from '../rubric/schema/schema';
import type { FieldInfo } from '../issue/issue-record';
import { questionsFor, type FieldQuestion } from './reading-key';
import { siteFields, type SiteFields } from '../issue/site-fields';

/** A criterion that no issue of the site is judged by, because the site has none of its fields. */
export interface LeftOut {
  readonly id: string;
  readonly label: string;
  readonly why: string;
}

/** To be said once for a project, not on every issue: what the rubric would also look at if the site had it. */
export function leftOutCriteria(rubric: Rubric, fields: readonly FieldInfo[]): readonly LeftOut[] {
  const site = siteFields(fields);
  return rubric.criteria.flatMap(({ id, label, signal, ifSiteHas }) => {
    const questions = questionsFor(signal);
    if (!ifSiteHas || questions.length === 0 || questions.some((question) => has(site, question)))
      return [];
    const names = questions.flatMap(namesOf).map((name) => `"${name}"`);
    return [{ id, label, why: `this site has no field ${names.join(' or ')}` }];
  });
}

/** The field or kind of field behind a question that names none. */
const systemFields: Readonly<Record<string, string>> = {
  priority: 'priority',
  votes: 'votes',
  watchers: 'watches',
  comments: 'comment',
  sla: 'Time to resolution',
  sprint: 'Sprint',
};

function has(site: SiteFields, question: FieldQuestion): boolean {
  if (question.kind === 'reopened' || question.kind === 'statusSince') return true;
  if (question.kind === 'sprint') return site.sprints.length > 0;
  if (question.kind === 'sla' && question.fields.length === 0) return site.slas.length > 0;
  return site.called(namesOf(question)).length > 0;
}

function namesOf(question: FieldQuestion): readonly string[] {
  return 'fields' in question && question.fields.length > 0
    ? question.fields
    : [systemFields[question.kind] ?? question.kind];
}
