import type { Rubric } from '../rubric/schema/schema';
import { sameName } from '../text/same-name';
import type { LinkRecord } from '../issue/issue-record';
import { projectKeyIn } from '../terms/project';
import type { Evidence } from './signal';

/** What the issue at the other end of a link says for this one; null for ordinary work. */
export function evidenceIn(link: LinkRecord, rubric: Rubric): Evidence['kind'] | null {
  const { incidents, support, reports } = rubric.evidence;
  const kind = evidenceKind(link.other.type, projectKeyIn(link.other.key), rubric);
  if (kind === 'incident' && countsLink(incidents.linkTypes, link)) return kind;
  if (kind === 'support' && countsLink(support.linkTypes, link)) return kind;
  return reports.phrases.some((phrase) => sameName(phrase) === sameName(link.phrase))
    ? 'report'
    : null;
}

/** What an issue of this type and project is as evidence for others. */
export function evidenceKind(
  type: string,
  project: string,
  rubric: Rubric,
): 'incident' | 'support' | null {
  const { incidents, support } = rubric.evidence;
  if (listed(incidents.types, type) || listed(incidents.projects, project)) return 'incident';
  if (listed(support.types, type) || listed(support.projects, project)) return 'support';
  return null;
}

export function listed(names: readonly string[], name: string): boolean {
  const wanted = sameName(name);
  return names.some((candidate) => sameName(candidate) === wanted);
}

function countsLink(linkTypes: readonly string[], link: LinkRecord): boolean {
  return linkTypes.length === 0 || listed(linkTypes, link.type) || listed(linkTypes, link.phrase);
}
