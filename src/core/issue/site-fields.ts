import { sameName } from '../text/same-name';
import type { FieldInfo, WorkingTime } from './issue-record';
import { usualWorkingTime } from './working-time';

const sprintType = 'com.pyxis.greenhopper.jira:gh-sprint';
const feedbackType = 'com.atlassian.servicedesk:sd-request-feedback';
const slaType = 'com.atlassian.servicedesk:sd-sla-field';

/** The fields a site has, found by name or id; names may repeat on a site. */
export interface SiteFields {
  readonly called: (names: readonly string[]) => readonly FieldInfo[];
  readonly sprints: readonly FieldInfo[];
  readonly slas: readonly FieldInfo[];
  readonly feedback: readonly FieldInfo[];
  readonly working: WorkingTime;
}

export function siteFields(fields: readonly FieldInfo[]): SiteFields {
  const byName = new Map<string, FieldInfo[]>();
  for (const field of fields) {
    for (const name of new Set([sameName(field.name), sameName(field.id)])) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [field]);
      else same.push(field);
    }
  }
  return {
    called: (names) => names.flatMap((name) => byName.get(sameName(name)) ?? []),
    sprints: fields.filter((field) => field.custom === sprintType),
    slas: fields.filter((field) => field.custom === slaType),
    feedback: fields.filter((field) => field.custom === feedbackType),
    working: fields.find(({ working }) => working !== undefined)?.working ?? usualWorkingTime,
  };
}
