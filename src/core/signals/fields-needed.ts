import type { Rubric } from '../rubric/schema/schema';
import type { FieldInfo } from '../issue/issue-record';
import { questionsOf } from './reading-key';
import { siteFields } from '../issue/site-fields';

/** What an issue record is made of, whatever the rubric says. */
const always = [
  'summary',
  'project',
  'issuetype',
  'status',
  'priority',
  'labels',
  'components',
  'fixVersions',
  'assignee',
  'reporter',
  'parent',
  'created',
  'updated',
  'resolutiondate',
  'duedate',
  'votes',
  'watches',
  'issuelinks',
];

/** Ids of the fields to ask Jira for, so that a read carries nothing else. */
export function fieldsNeeded(rubric: Rubric, fields: readonly FieldInfo[]): readonly string[] {
  const site = siteFields(fields);
  const questions = questionsOf(rubric);
  const asked = questions.flatMap((question) =>
    'fields' in question ? site.called(question.fields) : [],
  );
  // Jira sends every comment to have them counted.
  const comments = questions.some(({ kind }) => kind === 'comments') ? ['comment'] : [];
  const evidence = site.called([
    ...rubric.evidence.incidents.severityFields,
    ...rubric.evidence.support.customerFields,
    ...rubric.evidence.support.satisfaction.fields,
  ]);
  const found = [...asked, ...evidence, ...site.sprints, ...site.slas, ...site.feedback].map(
    (field) => field.id,
  );
  return [...new Set([...always, ...found, ...comments])];
}
