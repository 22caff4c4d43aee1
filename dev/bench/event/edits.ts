import type { DevSite } from '../../dev-site';

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const STORY_POINTS = 'customfield_10016';

/** One edit as a person makes it in Jira. */
export interface Edit {
  readonly issueKey: string;
  readonly field: 'priority' | 'customfield_10016' | 'duedate';
  readonly value: unknown;
}

/**
 * So many edits, by turns of priority, story points and due date, of one issue after the other: the same every time, and none
 * that leaves the field as it is on a site made by `largeSite`.
 * @param keys of the site's issues, in the order in which they were made
 */
export function editsOf(keys: readonly string[], count: number): readonly Edit[] {
  return Array.from({ length: count }, (_, n): Edit => {
    const place = n % keys.length;
    const issueKey = keys[place] ?? '';
    const step = 1 + Math.floor(n / keys.length);
    switch (n % 3) {
      case 0:
        return {
          issueKey,
          field: 'priority',
          value: { name: PRIORITIES[(place * 7 + step) % PRIORITIES.length] },
        };
      case 1:
        return { issueKey, field: STORY_POINTS, value: 1 + ((place + step) % 13) };
      default:
        return { issueKey, field: 'duedate', value: `2027-01-${10 + ((place + step) % 20)}` };
    }
  });
}

/** @throws Error when Jira refuses it */
export async function make(
  { issueKey, field, value }: Edit,
  { site, adminId }: DevSite,
): Promise<void> {
  const { status, body } = await site.handle({
    method: 'PUT',
    path: `/rest/api/3/issue/${issueKey}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { [field]: value } }),
    principal: { kind: 'user', accountId: adminId },
    outsideQuota: true,
  });
  if (status >= 300) throw new Error(`${issueKey} ${field}: ${status} ${body}`);
}
