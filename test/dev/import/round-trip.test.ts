import { sampleSnapshot, SAMPLE_AS_OF } from '../../../dev/sample/sample';
import { createJiraSite } from '../../../dev/jira/site';
import { imported, jsonLines } from './exports';

async function exported(version: 2 | 3): Promise<unknown[]> {
  const site = createJiraSite({
    clock: { now: () => Date.parse(SAMPLE_AS_OF), sleep: async () => undefined },
    quota: false,
  });
  site.bulkLoad(sampleSnapshot());
  const answers: unknown[] = [];
  for (const { key } of sampleSnapshot().issues) {
    const { status, body } = await site.handle({
      method: 'GET',
      path: `/rest/api/${version}/issue/${key}?fields=*all&expand=names,changelog`,
      headers: {},
      body: undefined,
      principal: { kind: 'app' },
    });
    if (status !== 200) throw new Error(`${key}: ${status} ${body}`);
    answers.push(JSON.parse(body));
  }
  return answers;
}

describe('importing what the stand-in itself serves', () => {
  test('gives the same backlog back', async () => {
    const original = sampleSnapshot();
    const { issues, snapshot, summary } = await imported(jsonLines(await exported(3)));
    expect(summary.warnings).toEqual([]);
    const facts = (list: typeof issues) =>
      list.map((issue) => ({
        key: issue.key,
        type: issue.typeName,
        status: issue.statusName,
        summary: issue.summary,
        description: issue.description ?? null,
        priority: issue.priority ?? null,
        reporter: issue.reporter,
        assignee: issue.assignee ?? null,
        created: issue.created,
        resolved: issue.resolutiondate ?? null,
        due: issue.duedate ?? null,
        components: issue.components ?? [],
        fixVersions: issue.fixVersions ?? [],
        labels: issue.labels ?? [],
        parent: issue.parentKey ?? null,
        votes: issue.votes ?? 0,
        flagged: issue.flagged ?? false,
        sprints: (issue.sprints ?? []).map((sprint) => `${sprint.name} ${sprint.state}`),
        comments: (issue.comments ?? []).map((comment) => [comment.created, comment.body]),
        changes: (issue.changelog ?? []).map((change) => [
          change.created,
          change.items.map((item) => [item.field, item.fromText ?? null, item.toText ?? null]),
        ]),
      }));
    expect(facts(issues)).toEqual(facts([...original.issues]));
    const ends = (
      links: Iterable<{ typeName: string; sourceKey: string; destinationKey: string }>,
    ) =>
      [...links].map((link) => `${link.sourceKey} ${link.typeName} ${link.destinationKey}`).sort();
    expect(ends(snapshot.links)).toEqual(ends(original.links));
    const types = (fields: typeof snapshot.fields) =>
      Object.fromEntries(fields.map((field) => [field.name, field.type]));
    expect(types(snapshot.fields)).toMatchObject({
      'Story Points': 'number',
      Severity: 'option',
      'Time to resolution': 'sla',
      Sprint: 'sprint',
    });
  });

  test('gives the same issues in version 2, with texts as text', async () => {
    const { issues } = await imported(jsonLines(await exported(2)));
    const original = [...sampleSnapshot().issues];
    expect(issues.map((issue) => issue.key)).toEqual(original.map((issue) => issue.key));
    expect(issues.filter((issue) => typeof issue.description === 'string')).toHaveLength(
      original.filter((issue) => issue.description).length,
    );
  });
});
