import type { FieldInfo, IssueRecord } from '../../../src/core/issue/issue-record';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { fieldsNeeded } from '../../../src/core/signals/fields-needed';
import { needsHistory } from '../../../src/core/signals/reading-key';
import { linkedWorthReading } from '../../../src/core/signals/speaking-links';
import type { JiraClient } from '../../../src/jira/client';
import { jiraIssues } from '../../../src/jira/issues';
import { readSiteFields } from '../../../src/jira/site-fields';
import { ADMIN, type DevJiraSite } from '../../jira/site';

/** What the site holds on a day, read as the app reads it. */
export interface DayRead {
  readonly fields: readonly FieldInfo[];
  /** Open issues. */
  readonly open: readonly IssueRecord[];
  /** These and what they are linked with, by key. */
  readonly linked: ReadonlyMap<string, IssueRecord>;
}

export async function readDay(site: DevJiraSite, rubric: Rubric): Promise<DayRead> {
  const client = clientOf(site);
  const issues = jiraIssues(client);
  const fields = await readSiteFields(client);
  const wanted = fieldsNeeded(rubric, fields);
  const open: IssueRecord[] = [];
  let cursor: string | null = null;
  do {
    const page = await issues.page('statusCategory != Done ORDER BY key ASC', cursor, wanted);
    open.push(...page.issues);
    cursor = page.next;
  } while (cursor !== null);
  const known = new Map(open.map((record) => [record.key, record]));
  const others = new Set(open.flatMap((record) => linkedWorthReading(record, rubric)));
  const found = await issues.find(
    [...others].filter((key) => !known.has(key)),
    wanted,
  );
  for (const issue of found.issues) known.set(issue.key, issue);
  if (!needsHistory(rubric)) return { fields, open, linked: known };
  const histories = await issues.histories(open.map(({ id }) => id));
  const withHistory = open.map((record) => {
    const history = histories.get(record.id);
    return history === undefined ? record : { ...record, history };
  });
  return { fields, open: withHistory, linked: known };
}

/** Asks without limit: nothing of the app's own allowance is being tried here. */
function clientOf(site: DevJiraSite): JiraClient {
  return {
    async call({ route, method, body, answer, doing }) {
      const reply = await site.handle({
        method,
        path: route.value,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        principal: { kind: 'user', accountId: ADMIN.accountId },
        outsideQuota: true,
      });
      if (reply.status !== 200) throw new Error(`The local Jira refused ${doing}: ${reply.body}`);
      return answer.parse(JSON.parse(reply.body));
    },
  };
}
