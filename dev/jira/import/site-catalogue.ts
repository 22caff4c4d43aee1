import type {
  SnapshotIssueType,
  SnapshotLinkType,
  SnapshotPriority,
  SnapshotProject,
  SnapshotStatus,
  SnapshotUser,
  SnapshotVersion,
  StatusCategoryKey,
} from '../snapshot';
import type { ParsedIssue, ParsedLink } from './parsed-issue';

/** Gathers from all issues the lists that a Jira keeps once: people, projects, types, statuses, priorities, link types. */
export interface SiteCatalogue {
  add(parsed: ParsedIssue): void;
  users(): SnapshotUser[];
  projects(): SnapshotProject[];
  issueTypes(): SnapshotIssueType[];
  statuses(): SnapshotStatus[];
  /** Those that only changelogs name. */
  formerStatuses(): SnapshotStatus[];
  /** Highest first. */
  priorities(): SnapshotPriority[];
  resolutions(): string[];
  linkTypes(): SnapshotLinkType[];
}

interface StatusTally {
  id?: string;
  readonly votes: Record<StatusCategoryKey, number>;
  resolved: number;
  issues: number;
}

interface ProjectTally {
  facts: ParsedIssue['project'];
  readonly components: Map<string, { readonly id?: string; readonly name: string }>;
  readonly versions: Map<string, SnapshotVersion>;
}

export function createSiteCatalogue(): SiteCatalogue {
  const users = new Map<string, SnapshotUser>();
  const types = new Map<string, SnapshotIssueType>();
  const tallies = new Map<string, StatusTally>();
  const former = new Map<string, string | undefined>();
  const priorities = new Map<string, SnapshotPriority>();
  const resolutions = new Set<string>();
  const linkTypes = new Map<string, ParsedLink['type']>();
  const projects = new Map<string, ProjectTally>();

  function countStatus({ status, issue }: ParsedIssue): void {
    const tally = entry(tallies, status.name, (): StatusTally => ({
      votes: { new: 0, indeterminate: 0, done: 0 },
      resolved: 0,
      issues: 0,
    }));
    if (status.id !== undefined) tally.id ??= status.id;
    if (status.category) tally.votes[status.category] += 1;
    tally.issues += 1;
    if (issue.resolution) tally.resolved += 1;
  }

  function noteFormer({ changelog = [] }: ParsedIssue['issue']): void {
    for (const { items } of changelog) {
      for (const { field, from, fromText, to, toText } of items) {
        if (field.toLowerCase() !== 'status') continue;
        if (fromText) former.set(fromText, from ?? former.get(fromText));
        if (toText) former.set(toText, to ?? former.get(toText));
      }
    }
  }

  return {
    add(parsed) {
      for (const user of parsed.users) keepFuller(users, user.accountId, user);
      keepFuller(types, parsed.type.name, parsed.type);
      countStatus(parsed);
      noteFormer(parsed.issue);
      if (parsed.priority) keepFuller(priorities, parsed.priority.name, parsed.priority);
      if (parsed.issue.resolution) resolutions.add(parsed.issue.resolution);
      for (const { type } of parsed.links) keepFuller(linkTypes, type.name, type);
      const project = entry(projects, parsed.project.key, (): ProjectTally => ({
        facts: parsed.project,
        components: new Map(),
        versions: new Map(),
      }));
      if (Object.keys(parsed.project).length > Object.keys(project.facts).length)
        project.facts = parsed.project;
      for (const component of parsed.components)
        keepFuller(project.components, component.name, component);
      for (const version of parsed.versions) keepFuller(project.versions, version.name, version);
    },
    users: () => [...users.values()],
    projects: () =>
      [...projects.values()].map(({ facts, components, versions }) => ({
        ...facts,
        components: [...components.values()],
        versions: [...versions.values()],
      })),
    issueTypes: () => [...types.values()],
    statuses: () =>
      [...tallies].map(([name, tally]) => ({
        name,
        category: categoryOf(name, tally),
        ...(tally.id ? { id: tally.id } : {}),
      })),
    formerStatuses() {
      const ids = new Set([...tallies.values()].map(({ id }) => id));
      return [...former]
        .filter(([name, id]) => !tallies.has(name) && (id === undefined || !ids.has(id)))
        .map(([name, id]) => ({
          name,
          category: categoryCalled(name),
          ...(id ? { id } : {}),
        }));
    },
    priorities: () =>
      [...priorities.values()].sort(
        (one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name),
      ),
    resolutions: () => [...resolutions],
    linkTypes: () => [...linkTypes.values()].map((type) => ({ ...wordsFor(type.name), ...type })),
  };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function keepFuller<Value extends object>(
  map: Map<string, Value>,
  key: string,
  value: Value,
): void {
  const known = map.get(key);
  if (known === undefined || Object.keys(value).length > Object.keys(known).length)
    map.set(key, value);
}

/** What most issues say; where the export says nothing, the status' name, and then whether its issues are resolved. */
function categoryOf(name: string, { votes, resolved, issues }: StatusTally): StatusCategoryKey {
  const ranked = (Object.keys(votes) as StatusCategoryKey[]).sort(
    (one, other) => votes[other] - votes[one],
  );
  if (ranked[0] && votes[ranked[0]] > 0) return ranked[0];
  const called = categoryCalled(name);
  return called !== 'done' && resolved * 2 > issues ? 'done' : called;
}

/** What the name of a status says of its category. */
function categoryCalled(name: string): StatusCategoryKey {
  if (
    /^(done|closed|resolved|completed?|released|shipped|fixed|cancell?ed|declined|rejected|won'?t (do|fix)|duplicate|obsolete)$/i.test(
      name,
    )
  )
    return 'done';
  return /progress|review|testing|\bqa\b|development$|developing|doing|implementing|started|investigating/i.test(
    name,
  ) && !/^(selected|ready)/i.test(name)
    ? 'indeterminate'
    : 'new';
}

const HIGHEST_FIRST: readonly RegExp[] = [
  /^(blocker|highest|p0|urgent|showstopper)$/i,
  /^(critical|p1|sev-?1)$/i,
  /^(high|major|p2)$/i,
  /^(medium|normal|p3|moderate)$/i,
  /^(low|minor|p4)$/i,
  /^(lowest|trivial|p5)$/i,
];

/** Well-known names first; then the ids, which a new Jira gives from high to low; "None" and its like last. */
function rankOf({ id, name }: SnapshotPriority): number {
  if (/^(none|undefined|unprioriti[sz]ed|not set)$/i.test(name)) return 1e12;
  const known = HIGHEST_FIRST.findIndex((pattern) => pattern.test(name));
  return known >= 0 ? known : 100 + (Number(id) || 1e9);
}

/** CSV gives only the name of a link type; these are the words of the types that every Jira starts with. */
function wordsFor(name: string): Pick<SnapshotLinkType, 'inward' | 'outward'> {
  const words: Readonly<Record<string, readonly [outward: string, inward: string]>> = {
    blocks: ['blocks', 'is blocked by'],
    cloners: ['clones', 'is cloned by'],
    duplicate: ['duplicates', 'is duplicated by'],
    relates: ['relates to', 'relates to'],
    causes: ['causes', 'is caused by'],
    'problem/incident': ['causes', 'is caused by'],
    depends: ['depends on', 'is depended on by'],
    'issue split': ['split to', 'split from'],
  };
  const [outward, inward] = words[name.toLowerCase()] ?? [name.toLowerCase(), name.toLowerCase()];
  return { outward, inward };
}
