import { customers } from '../../../dev/sample/customers';
import { sampleIssueKey } from '../../../dev/sample/issue-keys';
import { SAMPLE_AS_OF, sampleSnapshot } from '../../../dev/sample/sample';
import { createJiraSite } from '../../../dev/jira/site';
import type { SnapshotIssue } from '../../../dev/jira/snapshot';

const snapshot = sampleSnapshot();
const issues = [...snapshot.issues];
const links = [...snapshot.links];
const byKey = new Map(issues.map((issue) => [issue.key, issue]));
const idOf = (name: string) => snapshot.fields.find((field) => field.name === name)!.id;
const categories = new Map(snapshot.statuses.map((status) => [status.name, status.category]));
const isOpen = (issue: SnapshotIssue) => categories.get(issue.statusName) !== 'done';
const inProject = (key: string) => issues.filter((issue) => issue.projectKey === key);
const open = inProject('QUAY').filter(isOpen);
const custom = (issue: SnapshotIssue, name: string) => issue.customs?.[idOf(name)];

function endsOf(key: string): SnapshotIssue[] {
  return links
    .flatMap((link) =>
      link.sourceKey === key
        ? [link.destinationKey]
        : link.destinationKey === key
          ? [link.sourceKey]
          : [],
    )
    .map((other) => byKey.get(other)!);
}

describe('the bundled sample', () => {
  test('is a backlog of about 150 issues with 20 incidents, 80 support requests and 15 customers', () => {
    expect(inProject('QUAY').length).toBeGreaterThanOrEqual(145);
    expect(inProject('QUAY').length).toBeLessThanOrEqual(155);
    expect([inProject('INC').length, inProject('SUP').length, customers.length]).toEqual([
      20, 80, 15,
    ]);
    expect(new Set(customers.map((customer) => customer.segment))).toEqual(
      new Set(['enterprise', 'growth', 'starter']),
    );
  });

  test('is the same every time', () => {
    const again = sampleSnapshot();
    expect(JSON.stringify({ ...again, issues: [...again.issues], links: [...again.links] })).toBe(
      JSON.stringify({ ...snapshot, issues, links }),
    );
  });

  test('has no key, id or title twice', () => {
    for (const part of [
      (issue: SnapshotIssue) => issue.key,
      (issue: SnapshotIssue) => issue.id,
      (issue: SnapshotIssue) => issue.summary,
    ]) {
      expect(new Set(issues.map(part)).size).toBe(issues.length);
    }
    expect(new Set(links.map((link) => link.id)).size).toBe(links.length);
    expect(
      new Set(links.map((link) => `${link.typeName} ${link.sourceKey} ${link.destinationKey}`))
        .size,
    ).toBe(links.length);
  });

  test('links and parents lead to issues that are there, by types that are there', () => {
    const types = new Set(snapshot.linkTypes.map((type) => type.name));
    for (const link of links) {
      expect(
        byKey.has(link.sourceKey) && byKey.has(link.destinationKey) && types.has(link.typeName),
      ).toBe(true);
      expect(link.sourceKey).not.toBe(link.destinationKey);
    }
    for (const issue of issues)
      if (issue.parentKey) expect(byKey.get(issue.parentKey)?.typeName).toBe('Epic');
  });

  test('names only people, types, statuses, components, versions and fields that are listed', () => {
    const people = new Set(snapshot.users.map((user) => user.accountId));
    const product = snapshot.projects.find((project) => project.key === 'QUAY')!;
    const known = {
      types: new Set(snapshot.issueTypes.map((type) => type.name)),
      fields: new Set(snapshot.fields.map((field) => field.id)),
      components: new Set(product.components?.map((component) => component.name)),
      versions: new Set(product.versions?.map((version) => version.name)),
    };
    for (const issue of issues) {
      for (const person of [
        issue.reporter,
        issue.assignee,
        ...(issue.comments ?? []).map((each) => each.author),
        ...(issue.changelog ?? []).map((each) => each.author),
      ])
        if (person) expect(people).toContain(person);
      expect(known.types.has(issue.typeName) && categories.has(issue.statusName)).toBe(true);
      expect(
        [...(issue.components ?? [])].every((name) => known.components.has(name)) &&
          [...(issue.fixVersions ?? [])].every((name) => known.versions.has(name)),
      ).toBe(true);
      expect(Object.keys(issue.customs ?? {}).every((id) => known.fields.has(id))).toBe(true);
    }
  });

  test('tells a history in order, that ends where the issue stands and before the sample’s today', () => {
    for (const issue of issues) {
      const moments = [issue.created, ...(issue.changelog ?? []).map((change) => change.created)];
      expect([...moments].sort()).toEqual(moments);
      expect((issue.updated ?? '') >= issue.created && (issue.updated ?? '') <= SAMPLE_AS_OF).toBe(
        true,
      );
      expect(isOpen(issue)).toBe(issue.resolutiondate === null);
      if (issue.resolutiondate)
        expect(issue.resolutiondate > issue.created && issue.resolutiondate <= SAMPLE_AS_OF).toBe(
          true,
        );
      const moves = (issue.changelog ?? [])
        .flatMap((change) => change.items)
        .filter((item) => item.field === 'status');
      moves.forEach(
        (move, index) => index > 0 && expect(move.fromText).toBe(moves[index - 1]?.toText),
      );
      if (moves.length > 0) expect(moves.at(-1)?.toText).toBe(issue.statusName);
    }
  });

  test('ships what a released version names before its release', () => {
    const versions = new Map(
      snapshot.projects
        .flatMap((project) => project.versions ?? [])
        .map((version) => [version.name, version]),
    );
    for (const issue of issues) {
      for (const version of (issue.fixVersions ?? []).map((name) => versions.get(name)!)) {
        if (version.released)
          expect((issue.resolutiondate ?? '9').slice(0, 10) <= (version.releaseDate ?? '')).toBe(
            true,
          );
      }
    }
    expect([...versions.values()].map((version) => version.released === true).sort()).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('has what each of the four lanes is made of', () => {
    const hot = open.filter((issue) =>
      endsOf(issue.key).some(
        (other) =>
          other.typeName === 'Incident' &&
          isOpen(other) &&
          /SEV[12]/.test(JSON.stringify(custom(other, 'Severity'))),
      ),
    );
    const breached = open.filter((issue) =>
      endsOf(issue.key).some(
        (other) =>
          isOpen(other) &&
          JSON.stringify(custom(other, 'Time to resolution') ?? '').includes('"ongoingCycle":{') &&
          JSON.stringify(custom(other, 'Time to resolution')).includes('"breached":true'),
      ),
    );
    const stability = open.filter(
      (issue) =>
        issue.typeName === 'Bug' ||
        issue.labels?.some((label) =>
          /incident-follow-up|postmortem|preventive-action/.test(label),
        ),
    );
    const bets = open.filter(
      (issue) =>
        issue.typeName === 'Epic' ||
        custom(issue, 'Strategic goal') !== undefined ||
        Number(custom(issue, 'Story Points') ?? 0) > 13,
    );
    const features = open.filter(
      (issue) => ['Story', 'Improvement'].includes(issue.typeName) && !bets.includes(issue),
    );
    expect([
      hot.length >= 2,
      breached.length >= 4,
      stability.length >= 30,
      bets.length >= 15,
      features.length >= 30,
    ]).toEqual([true, true, true, true, true]);
  });

  test('has one defect that more than ten customers reported', () => {
    const voices = new Set(
      endsOf(sampleIssueKey('iban-zeros'))
        .map((ticket) => JSON.stringify(custom(ticket, 'Organizations') ?? null))
        .filter((name) => name !== 'null'),
    );
    expect(voices.size).toBeGreaterThan(10);
  });

  test('has a diamond, a circle and a chain of blockers, and duplicates', () => {
    const after = (key: string) =>
      links
        .filter((link) => link.typeName === 'Blocks' && link.sourceKey === key)
        .map((link) => link.destinationKey);
    const [top, bottom] = [sampleIssueKey('ledger-compare'), sampleIssueKey('old-ledger-off')];
    expect(after(top).filter((middle) => after(middle).includes(bottom))).toHaveLength(2);
    const round = after(sampleIssueKey('split-monolith')).flatMap(after).flatMap(after);
    expect(round).toContain(sampleIssueKey('split-monolith'));
    expect(
      after(sampleIssueKey('ledger-cutover')).flatMap(after).flatMap(after).flatMap(after),
    ).toContain(sampleIssueKey('scim'));
    expect(links.filter((link) => link.typeName === 'Duplicate').length).toBeGreaterThanOrEqual(2);
  });

  test('leaves out what real backlogs leave out', () => {
    const without = (missing: (issue: SnapshotIssue) => boolean) => open.filter(missing).length;
    expect(without((issue) => issue.priority === null)).toBeGreaterThanOrEqual(10);
    expect(without((issue) => issue.description === null)).toBeGreaterThanOrEqual(20);
    expect(without((issue) => custom(issue, 'Story Points') === undefined)).toBeGreaterThanOrEqual(
      10,
    );
    expect(
      without((issue) => custom(issue, 'Business value') === undefined),
    ).toBeGreaterThanOrEqual(30);
    expect(without((issue) => issue.assignee === null)).toBeGreaterThanOrEqual(30);
    expect(inProject('INC').some((issue) => custom(issue, 'Severity') === undefined)).toBe(true);
  });

  test('has due dates past, near and far, a running and a coming sprint, and work that was reopened', () => {
    const dues = open.flatMap((issue) => issue.duedate ?? []);
    const today = SAMPLE_AS_OF.slice(0, 10);
    expect([
      dues.some((day) => day < today),
      dues.some((day) => day > today && day < '2026-11-30'),
      dues.some((day) => day > '2027-01-01'),
    ]).toEqual([true, true, true]);
    expect(
      new Set(issues.flatMap((issue) => issue.sprints ?? []).map((sprint) => sprint.state)),
    ).toEqual(new Set(['closed', 'active', 'future']));
    const reopened = issues.filter((issue) =>
      issue.changelog?.some((change) =>
        change.items.some((item) => item.field === 'status' && item.fromText === 'Done'),
      ),
    );
    expect(reopened.map((issue) => issue.key).sort()).toEqual(
      [sampleIssueKey('xero-sync'), sampleIssueKey('d-tax-id')].sort(),
    );
  });

  test('has every severity, incidents open and over, and agreements kept and broken', () => {
    const severities = inProject('INC').map((issue) =>
      JSON.stringify(custom(issue, 'Severity') ?? ''),
    );
    for (const severity of ['SEV1', 'SEV2', 'SEV3', 'SEV4'])
      expect(severities.join()).toContain(severity);
    expect(inProject('INC').filter(isOpen)).toHaveLength(4);
    expect(
      new Set(inProject('SUP').map((issue) => JSON.stringify(custom(issue, 'Organizations')))).size,
    ).toBe(15);
    const running = inProject('SUP')
      .filter(isOpen)
      .map(
        (issue) =>
          custom(issue, 'Time to resolution') as {
            ongoingCycle: { breached: boolean; paused: boolean; breachTime: { iso8601: string } };
          },
      );
    expect(
      running.filter((agreement) => agreement.ongoingCycle.breached).length,
    ).toBeGreaterThanOrEqual(4);
    for (const { ongoingCycle } of running)
      if (!ongoingCycle.paused)
        expect(ongoingCycle.breachTime.iso8601 < SAMPLE_AS_OF).toBe(ongoingCycle.breached);
    expect(inProject('SUP').some((issue) => custom(issue, 'Satisfaction') !== undefined)).toBe(
      true,
    );
  });

  test('loads into a site, where somebody may see the product but not its incidents', async () => {
    const site = createJiraSite({
      clock: { now: () => Date.parse(SAMPLE_AS_OF), sleep: async () => undefined },
    });
    site.bulkLoad(sampleSnapshot());
    expect(site.counts).toMatchObject({ issues: issues.length, projects: 3, links: links.length });
    const statusFor = async (login: string, key: string) =>
      (
        await site.handle({
          method: 'GET',
          path: `/rest/api/3/issue/${key}`,
          headers: {},
          body: undefined,
          principal: { kind: 'user', accountId: `sample-${login}` },
        })
      ).status;
    expect([
      await statusFor('gil', sampleIssueKey('double-debit')),
      await statusFor('gil', sampleIssueKey('i-double-debit')),
      await statusFor('mara', sampleIssueKey('i-double-debit')),
    ]).toEqual([200, 404, 200]);
  });
});
