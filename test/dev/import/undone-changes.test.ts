import { asItStood } from '../../../dev/jira/import/as-it-stood';
import type { SiteSnapshot, SnapshotChangeItem, SnapshotIssue } from '../../../dev/jira/snapshot';
import { createDevSite } from '../../../dev/dev-site';
import { virtualClock } from '../../../dev/forge/clock-virtual';

const moment = Date.parse('2020-06-30T12:00:00Z');

function anIssue(key: string, rest: Partial<SnapshotIssue> = {}): SnapshotIssue {
  const base = { projectKey: 'SEA', typeName: 'Bug', statusName: 'Open', summary: key };
  return { key, ...base, created: '2020-01-01T00:00:00Z', ...rest };
}

function change(day: string, ...items: readonly SnapshotChangeItem[]) {
  return { created: `${day}T00:00:00Z`, items };
}

function status(fromText: string, toText: string): SnapshotChangeItem {
  return { field: 'status', fromText, toText };
}

function resolution(fromText: string | null, toText: string | null): SnapshotChangeItem {
  return { field: 'resolution', fromText, toText };
}

function link(text: string, key: string): SnapshotChangeItem {
  return { field: 'Link', to: key, toText: `This issue ${text} ${key}` };
}

function aSite(issues: readonly SnapshotIssue[], rest: Partial<SiteSnapshot> = {}): SiteSnapshot {
  return {
    users: [],
    projects: [],
    issueTypes: [],
    priorities: [],
    resolutions: [],
    linkTypes: [
      { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
      { name: 'Relates', outward: 'relates to', inward: 'relates to' },
    ],
    fields: [
      { id: 'customfield_1', name: 'Story Points', type: 'number' },
      { id: 'customfield_2', name: 'Severity', type: 'option' },
    ],
    links: [],
    issues,
    statuses: [
      { id: '1', name: 'Open', category: 'new' },
      { id: '6', name: 'Closed', category: 'done' },
    ],
    ...rest,
  };
}

function then(issue: SnapshotIssue, rest: Partial<SiteSnapshot> = {}): SnapshotIssue | undefined {
  return [...asItStood(aSite([issue], rest), moment).snapshot.issues][0];
}

function linksThen(site: SiteSnapshot): readonly string[] {
  const { snapshot } = asItStood(site, moment);
  for (const _ of snapshot.issues);
  return [...snapshot.links].map(
    ({ typeName, sourceKey, destinationKey }) => `${sourceKey} ${typeName} ${destinationKey}`,
  );
}

const blocks = { typeName: 'Blocks', sourceKey: 'SEA-1', destinationKey: 'SEA-2' };
const later = { created: '2020-09-01T00:00:00Z' };

describe('links of a day in the past', () => {
  it('are gone with issues that did not exist yet, wherever the other end is', () => {
    const site = aSite([anIssue('SEA-1'), anIssue('SEA-2', later), anIssue('SEA-3', later)], {
      links: [
        blocks,
        { typeName: 'Relates', sourceKey: 'SEA-3', destinationKey: 'SEA-2' },
        { typeName: 'Relates', sourceKey: 'SEA-2', destinationKey: 'LAND-9' },
        { typeName: 'Relates', sourceKey: 'SEA-1', destinationKey: 'LAND-9' },
      ],
      stubs: [{ key: 'LAND-9' }],
    });
    expect(linksThen(site)).toEqual(['SEA-1 Relates LAND-9']);
    const { snapshot } = asItStood(site, moment);
    expect(() => createDevSite({ clock: virtualClock(moment), snapshot })).not.toThrow();
  });

  it('are not there before the changelog of either end says so', () => {
    const made = change('2020-07-01', link('is blocked by', 'SEA-1'));
    const issues = [anIssue('SEA-1'), anIssue('SEA-2', { changelog: [made] })];
    expect(linksThen(aSite(issues, { links: [blocks] }))).toEqual([]);
  });

  it('are there when no changelog knows of them, or when they were made before', () => {
    const made = change('2020-05-01', link('blocks', 'SEA-2'));
    const [silent, other] = [anIssue('SEA-1'), anIssue('SEA-2')];
    expect(linksThen(aSite([silent, other], { links: [blocks] }))).toHaveLength(1);
    const told = anIssue('SEA-1', { changelog: [made] });
    expect(linksThen(aSite([told, other], { links: [blocks] }))).toHaveLength(1);
  });

  it('are known by the keys that their ends had, wherever those were moved', () => {
    const moved = { field: 'Key', fromText: 'BAY-5', toText: 'SEA-2' };
    const issues = [
      anIssue('SEA-1', { changelog: [change('2020-07-01', link('blocks', 'BAY-5'))] }),
      anIssue('SEA-2', { changelog: [change('2020-08-01', moved)] }),
    ];
    expect(linksThen(aSite(issues, { links: [blocks] }))).toEqual([]);
  });

  it('are still there when they were only removed later, once', () => {
    const removed = (text: string, key: string) =>
      change('2020-08-01', { field: 'Link', from: key, fromText: `This issue ${text} ${key}` });
    const issues = [
      anIssue('SEA-1', { changelog: [removed('relates to', 'SEA-2')] }),
      anIssue('SEA-2', { changelog: [removed('relates to', 'SEA-1')] }),
    ];
    expect(linksThen(aSite(issues))).toEqual(['SEA-1 Relates SEA-2']);
  });
});

describe('an issue of a day in the past', () => {
  it('is closed that was reopened and closed again later', () => {
    const changelog = [
      change('2020-03-01', status('Open', 'Closed'), resolution(null, 'Fixed')),
      change('2020-08-01', status('Closed', 'Open'), resolution('Fixed', null)),
      change('2020-09-01', status('Open', 'Closed'), resolution(null, "Won't Fix")),
    ];
    const closed = { statusName: 'Closed', resolution: "Won't Fix", changelog };
    expect(then(anIssue('SEA-1', { ...closed, resolutiondate: later.created }))).toMatchObject({
      statusName: 'Closed',
      resolution: 'Fixed',
      resolutiondate: '2020-03-01T00:00:00.000Z',
    });
  });

  it('was resolved when it was first, where closing it again later only moved the date', () => {
    const changelog = [
      change('2020-03-01', status('Open', 'Closed'), resolution(null, 'Fixed')),
      change('2020-08-01', status('Closed', 'Open')),
      change('2020-09-01', status('Open', 'Closed')),
    ];
    const closed = { statusName: 'Closed', resolution: 'Fixed', changelog };
    expect(then(anIssue('SEA-1', { ...closed, resolutiondate: later.created }))).toMatchObject({
      statusName: 'Closed',
      resolution: 'Fixed',
      resolutiondate: '2020-03-01T00:00:00.000Z',
    });
  });

  it('is closed that is open today', () => {
    const changelog = [
      change('2020-03-01', status('Open', 'Closed'), resolution(null, 'Fixed')),
      change('2020-08-01', status('Closed', 'Open'), resolution('Fixed', null)),
    ];
    expect(then(anIssue('SEA-1', { changelog }))).toMatchObject({ statusName: 'Closed' });
  });

  it('stands in a status that no issue has today, or under the name that it has today', () => {
    const moved = (from: string, fromText: string) => [
      change('2020-08-01', { field: 'status', from, fromText, to: '1', toText: 'Open' }),
    ];
    const gone = { formerStatuses: [{ id: '9', name: 'Accepted', category: 'new' as const }] };
    expect(then(anIssue('SEA-1', { changelog: moved('9', 'Accepted') }), gone)?.statusName).toBe(
      'Accepted',
    );
    expect(then(anIssue('SEA-1', { changelog: moved('6', 'Shut') }))?.statusName).toBe('Closed');
  });

  it('has the values that were changed since as they were', () => {
    const changelog = [
      change('2020-05-01', { field: 'priority', fromText: 'Trivial', toText: 'Low' }),
      change(
        '2020-08-01',
        { field: 'priority', fromText: 'Low', toText: 'High' },
        { field: 'Issue Type', fromText: 'Story', toText: 'Bug' },
        { field: 'duedate', from: null, fromText: '2020-07-07 00:00:00.0', to: null, toText: null },
        { field: 'labels', fromText: 'wet salty', toText: 'dry' },
        { field: 'Component', from: null, fromText: null, to: '5', toText: 'Hull' },
        { field: 'Component', from: '4', fromText: 'Mast', to: null, toText: null },
        { field: 'Fix Version', from: null, fromText: null, to: '8', toText: 'one' },
        { field: 'timeoriginalestimate', fromText: '3600', toText: '7200' },
        { field: 'Story Points', fromText: '', toText: '8' },
        { field: 'Severity', fieldId: 'customfield_2', fromText: 'S1', toText: 'S2' },
        { field: 'summary', fromText: 'It leaks', toText: 'It sank' },
      ),
      change('2020-09-01', { field: 'priority', fromText: 'High', toText: 'Highest' }),
    ];
    const issue = anIssue('SEA-1', {
      changelog,
      priority: 'Highest',
      labels: ['dry'],
      components: ['Hull', 'Keel'],
      fixVersions: ['1.0'],
      timeoriginalestimate: 7200,
      customs: { customfield_1: 8, customfield_2: { value: 'S2' } },
    });
    const projects = [{ key: 'SEA', name: 'Sea', versions: [{ id: '8', name: '1.0' }] }];
    expect(then(issue, { projects })).toMatchObject({
      summary: 'It leaks',
      priority: 'Low',
      typeName: 'Story',
      duedate: '2020-07-07',
      labels: ['wet', 'salty'],
      components: ['Keel', 'Mast'],
      fixVersions: [],
      timeoriginalestimate: 3600,
      customs: { customfield_1: null, customfield_2: { value: 'S1' } },
    });
  });

  it('is in the sprints of that day, in their state of that day', () => {
    const sprint = (id: number, start: string, end: string) => ({
      ...{ id, name: `Sprint ${id}`, state: 'closed' as const },
      ...{ startDate: `${start}T00:00:00Z`, completeDate: `${end}T00:00:00Z` },
    });
    const sprints = [sprint(1, '2020-06-20', '2020-07-04'), sprint(2, '2020-07-04', '2020-07-18')];
    expect(then(anIssue('SEA-1', { sprints }))?.sprints?.map(({ state }) => state)).toEqual([
      'active',
      'future',
    ]);
    const changelog = [change('2020-07-04', { field: 'Sprint', from: '1', to: '1, 2' })];
    expect(then(anIssue('SEA-1', { sprints, changelog }))?.sprints).toHaveLength(1);
  });

  it('was last touched when its comments and changelog say, not when it was touched later', () => {
    const comments = [
      { created: '2020-04-04T00:00:00Z', body: 'still leaks' },
      { created: '2020-10-10T00:00:00Z', body: 'sank' },
    ];
    expect(then(anIssue('SEA-1', { updated: later.created, comments }))?.updated).toBe(
      '2020-04-04T00:00:00Z',
    );
    const changelog = [change('2020-05-05', status('Open', 'Open'))];
    expect(then(anIssue('SEA-1', { updated: later.created, comments, changelog }))?.updated).toBe(
      '2020-05-05T00:00:00Z',
    );
  });
});

describe('what nobody can tell of a day in the past', () => {
  function said(...issues: readonly SnapshotIssue[]): string | null {
    const stood = asItStood(aSite(issues), moment);
    for (const _ of stood.snapshot.issues);
    return stood.notUndone();
  }

  it('is said once, with how many issues it concerns', () => {
    const updated = later.created;
    const changelog = [change('2020-05-05', status('Open', 'Open'))];
    const words = said(
      anIssue('SEA-1', { updated }),
      anIssue('SEA-2', { updated, changelog }),
      anIssue('SEA-3', { updated: '2020-02-02T00:00:00Z' }),
    );
    expect(words).toMatch(/^2 issues were edited after 2020-06-30: votes, watchers/u);
    expect(words).toMatch(/1 of them without any changelog: priority/u);
  });

  it('is nothing where no issue was edited since', () => {
    expect(said(anIssue('SEA-3', { updated: '2020-02-02T00:00:00Z' }))).toBeNull();
  });
});
