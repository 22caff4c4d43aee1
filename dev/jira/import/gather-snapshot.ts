import type { SiteSnapshot, SnapshotIssue, SnapshotLink, SnapshotStub } from '../snapshot';
import { createFieldCatalogue } from './field-catalogue';
import type { ParsedIssue } from './parsed-issue';
import { createSiteCatalogue } from './site-catalogue';

export interface Gathering {
  /** The line on which the same key already stands, if it does; the issue is then not taken. */
  add(parsed: ParsedIssue, line: number): { readonly firstLine: number } | undefined;
  readonly nameFields: (names: Readonly<Record<string, string>>) => void;
  /** Ends the gathering. The snapshot's issues can be iterated once; a second time throws. */
  finish(options: GatheringOptions): {
    readonly snapshot: SiteSnapshot;
    readonly counts: SnapshotCounts;
  };
}

export interface GatheringOptions {
  /** Date given to issues whose export has none at all. */
  readonly asOf?: string | undefined;
  /** CSV has numbers without type and sprints without state. */
  readonly csv: boolean;
}

export interface SnapshotCounts {
  readonly issues: number;
  readonly links: number;
  readonly stubs: number;
  readonly comments: number;
  readonly changes: number;
  readonly users: number;
  readonly projects: readonly string[];
  /** The last moment at which an issue was created or edited; null when the export has no date at all. */
  readonly newest: string | null;
  readonly fields: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly filled: number;
  }[];
}

export function createGathering(): Gathering {
  const catalogue = createSiteCatalogue();
  const fieldCatalogue = createFieldCatalogue();
  const lines = new Map<string, number>();
  const issues: SnapshotIssue[] = [];
  const undated = new Set<string>();
  const links = new Map<string, SnapshotLink>();
  const linkIds = new Set<string>();
  const stubs = new Map<string, SnapshotStub>();
  const parentIds = new Map<string, string>();
  const parentOfSubtask = new Map<string, string>();
  let handedOver = false;
  let latest = '';
  let comments = 0;
  let changes = 0;

  /** Both ends list a link, with the same id in JSON and without any in CSV. */
  function addLink(link: SnapshotLink): void {
    const ends = `${link.typeName}\n${link.sourceKey.toUpperCase()}\n${link.destinationKey.toUpperCase()}`;
    if (links.has(ends) || (link.id !== undefined && linkIds.has(link.id))) return;
    links.set(ends, link);
    if (link.id !== undefined) linkIds.add(link.id);
  }

  function keyOfId(): Map<string, string> {
    return parentIds.size === 0
      ? new Map<string, string>()
      : new Map(issues.flatMap(({ id, key }) => (id === undefined ? [] : [[id, key] as const])));
  }

  /** Forgets each issue as it hands it over, so that a large backlog isn't held twice while a site takes it in. */
  function* finished(
    finishFields: (issue: SnapshotIssue) => SnapshotIssue,
    asOf: string,
    closed: ReadonlySet<number>,
  ): Generator<SnapshotIssue> {
    if (handedOver) throw new Error('The issues of an import can be read once.');
    handedOver = true;
    const keys = keyOfId();
    issues.reverse();
    for (let draft = issues.pop(); draft !== undefined; draft = issues.pop()) {
      const issue = finishFields(draft);
      const parent =
        issue.parentKey ??
        keys.get(parentIds.get(issue.key) ?? '') ??
        parentOfSubtask.get(issue.key);
      yield {
        ...issue,
        ...(parent === undefined ? {} : { parentKey: parent }),
        ...(undated.has(issue.key) ? { created: asOf } : {}),
        ...(issue.sprints && closed.size > 0
          ? {
              sprints: issue.sprints.map((sprint) =>
                closed.has(sprint.id) ? { ...sprint, state: 'closed' as const } : sprint,
              ),
            }
          : {}),
      };
    }
  }

  return {
    add(parsed, line) {
      const { issue } = parsed;
      const firstLine = lines.get(issue.key.toUpperCase());
      if (firstLine !== undefined) return { firstLine };
      lines.set(issue.key.toUpperCase(), line);
      issues.push(issue);
      catalogue.add(parsed);
      fieldCatalogue.observe(parsed);
      for (const { link } of parsed.links) addLink(link);
      for (const stub of parsed.stubs)
        if (!stubs.has(stub.key.toUpperCase())) stubs.set(stub.key.toUpperCase(), stub);
      if (parsed.parentId !== undefined) parentIds.set(issue.key, parsed.parentId);
      for (const key of parsed.subtaskKeys) parentOfSubtask.set(key, issue.key);
      if (!parsed.createdIsKnown) undated.add(issue.key);
      for (const moment of [issue.created, issue.updated ?? ''])
        if (parsed.createdIsKnown && moment > latest) latest = moment;
      comments += issue.comments?.length ?? 0;
      changes += issue.changelog?.length ?? 0;
      return undefined;
    },
    nameFields: (names) => fieldCatalogue.name(names),
    finish({ asOf, csv }) {
      const { fields, finish } = fieldCatalogue.settle(!csv);
      const sprintField =
        issues.some((issue) => issue.sprints) && !fields.some((field) => field.type === 'sprint')
          ? [{ id: freeSprintId(fields), name: 'Sprint', type: 'sprint' as const }]
          : [];
      const outside = [...stubs.values()].filter((stub) => !lines.has(stub.key.toUpperCase()));
      const closed = csv ? sprintsWithoutOpenWork(issues) : new Set<number>();
      const created = asOf ?? (latest || '2000-01-01T00:00:00.000Z');
      const snapshot: SiteSnapshot = {
        users: catalogue.users(),
        projects: catalogue.projects(),
        issueTypes: catalogue.issueTypes(),
        statuses: catalogue.statuses(),
        formerStatuses: catalogue.formerStatuses(),
        priorities: catalogue.priorities(),
        resolutions: catalogue.resolutions(),
        linkTypes: catalogue.linkTypes(),
        fields: [...fields.map(({ id, name, type }) => ({ id, name, type })), ...sprintField],
        issues: { [Symbol.iterator]: () => finished(finish, created, closed) },
        links: [...links.values()],
        stubs: outside,
      };
      const counts: SnapshotCounts = {
        issues: issues.length,
        links: links.size,
        stubs: outside.length,
        comments,
        changes,
        users: snapshot.users.length,
        projects: snapshot.projects.map((project) => project.key),
        newest: latest || null,
        fields,
      };
      return { snapshot, counts };
    },
  };
}

function freeSprintId(fields: readonly { readonly id: string }[]): string {
  const taken = new Set(fields.map((field) => field.id));
  let number = 10020;
  while (taken.has(`customfield_${number}`)) number += 1;
  return `customfield_${number}`;
}

/** A sprint counts as running while it is the last one of an issue that nobody has resolved. */
function sprintsWithoutOpenWork(issues: readonly SnapshotIssue[]): Set<number> {
  const all = new Set(issues.flatMap((issue) => issue.sprints ?? []).map((sprint) => sprint.id));
  for (const issue of issues) {
    const last = issue.sprints?.at(-1);
    if (last && !issue.resolution) all.delete(last.id);
  }
  return all;
}
