import { afterScoring } from '../../src/entrypoints/after-scoring';
import type { Decision } from '../../src/core/decisions/decision';
import type { PostMortem } from '../../src/core/post-mortem/post-mortem';
import type { FieldInfo, IssueRecord, LinkRecord } from '../../src/core/issue/issue-record';
import type { Removal } from '../../src/usecases/ports/upkeep';
import type { FieldChange } from '../../src/usecases/ports/field-writer';
import type { StoredRubric, Viewer, World } from '../../src/usecases/ports/world';
import type { MeasuredPreview, PricedDraft } from '../../src/usecases/ports/previews';
import type { PilotSetting } from '../../src/usecases/ports/pilots';
import type { Erasure } from '../../src/usecases/ports/upkeep';
import type { IssueEdit } from '../../src/usecases/ports/issue-edits';
import type { UpdateRounds } from '../../src/usecases/ports/updates';
import { emptyEngine, enginePorts, type EngineState } from './in-memory-engine';
import { evidencePorts, type EvidenceInMemory } from './in-memory-evidence';

export const NOW = new Date('2026-11-16T09:00:00Z');

/** A world that keeps everything in plain maps, so that a test can look at it and cut it off in the middle. */
export interface InMemoryWorld extends World {
  readonly engine: EngineState;
  readonly jira: Map<string, IssueRecord>;
  readonly written: FieldChange[];
  readonly entries: EngineState['entries'];
  readonly log: Map<string, Decision>;
  readonly kept: Map<string, PostMortem>;
  /** `from → to` of every link that Ballast made. */
  readonly linked: string[];
  /** Ids of the issues whose open panels were told that they were scored. */
  readonly told: string[];
  readonly siteFieldList: FieldInfo[];
  /** Evidence from outside, customers and overrides. */
  readonly outside: EvidenceInMemory;
  /** What Ballast set on issues by itself. */
  readonly edited: { readonly key: string; readonly edit: IssueEdit }[];
  /** Account ids by the name of a project role. */
  readonly roleMembers: Record<string, readonly string[]>;
  /** The next call of this port's method throws it. */
  readonly failNext: { queue?: Error; ledgerWrite?: Error; fieldWrite?: Error; edit?: Error };
  /** Counts of calls by port and method. */
  readonly calls: Record<string, number>;
}

export function inMemoryWorld(issues: readonly IssueRecord[]): InMemoryWorld {
  const jira = new Map(issues.map((issue) => [issue.id, issue]));
  const engine = emptyEngine();
  const { entries } = engine;
  const written: FieldChange[] = [];
  const log = new Map<string, Decision>();
  const kept = new Map<string, PostMortem>();
  const linked: string[] = [];
  const told: string[] = [];
  const rubrics = new Map<string, StoredRubric>();
  const edited: { key: string; edit: IssueEdit }[] = [];
  const roleMembers: Record<string, readonly string[]> = {};
  const siteFieldList: FieldInfo[] = [];
  const pilots = new Map<string, PilotSetting>();
  const erased: Erasure[] = [];
  const { kept: outside, ...evidence } = evidencePorts();
  const failNext: InMemoryWorld['failNext'] = {};
  const calls: Record<string, number> = {};
  const count = (name: string): void => void (calls[name] = (calls[name] ?? 0) + 1);
  const trip = (which: keyof InMemoryWorld['failNext']): void => {
    const failure = failNext[which];
    Reflect.deleteProperty(failNext, which);
    if (failure) throw failure;
  };
  const lookUp = (wish: string): IssueRecord | undefined =>
    jira.get(wish) ?? [...jira.values()].find(({ key }) => key === wish);
  return {
    jira,
    written,
    entries,
    engine,
    log,
    kept,
    linked,
    told,
    outside,
    siteFieldList,
    failNext,
    calls,
    roleMembers,
    edited,
    ...afterScoring,
    ...enginePorts(engine, trip, count),
    scoreChannel: {
      listen: async () => null,
      tell: async (ids) => void told.push(...ids),
    },
    decisions: {
      record: async (all) => {
        for (const one of all) log.set(one.id, structuredClone(one));
      },
      of: async (issueId, limit) =>
        [...log.values()]
          .filter((one) => one.issueId === issueId)
          .sort((a, b) => (a.at < b.at ? 1 : -1))
          .slice(0, limit),
      page: async (issueId, cursor) => {
        const all = [...log.values()]
          .filter((one) => one.issueId === issueId)
          .sort((a, b) => (a.at < b.at ? 1 : -1));
        const start = Number(cursor ?? 0);
        return {
          decisions: all.slice(start, start + 100),
          next: start + 100 < all.length ? String(start + 100) : null,
        };
      },
      issuesOf: async (project) => ({
        issueIds: [
          ...new Set(
            [...log.values()].filter((one) => one.project === project).map((one) => one.issueId),
          ),
        ],
        next: null,
      }),
      removeSome: async (issueId) => {
        const ids = [...log.values()].filter((one) => one.issueId === issueId).map(({ id }) => id);
        for (const id of ids) log.delete(id);
        return { removed: ids.length, more: false };
      },
      removeOlder: async (project, before) => {
        const old = [...log.values()].filter((one) => one.project === project && one.at < before);
        for (const { id } of old) log.delete(id);
        return { removed: old.length, more: false };
      },
      countOlder: async (project, before) =>
        [...log.values()].filter((one) => one.project === project && one.at < before).length,
      these: async (ids) => ids.flatMap((id) => log.get(id) ?? []),
    },
    updates: inMemoryUpdates(),
    postMortems: {
      read: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const one = kept.get(id);
            return one ? [[id, one] as const] : [];
          }),
        ),
      write: async (next) => {
        if ((kept.get(next.issueId)?.revision ?? 0) !== next.revision - 1) return false;
        kept.set(next.issueId, structuredClone(next));
        return true;
      },
      remove: async (ids) => {
        for (const id of ids) kept.delete(id);
      },
      ofProject: async (project) => [...kept.values()].filter((one) => one.project === project),
    },
    links: {
      link: async (_types, from, to) => void linked.push(`${from} → ${to}`),
      takenAway: async () => new Set(),
    },
    issues: {
      find: async (wishes) => {
        count('issues.find');
        const found = wishes.map((wish) => [wish, lookUp(wish)] as const);
        return {
          issues: found.flatMap(([, issue]) => (issue ? [issue] : [])),
          gone: found.filter(([, issue]) => !issue).map(([wish]) => wish),
          unreadable: [],
        };
      },
      histories: async (ids) => {
        count('issues.histories');
        return new Map(ids.map((id) => [id, { statusSince: null, reopened: 0 }]));
      },
      page: async (_jql, cursor) => {
        count('issues.page');
        const open = [...jira.values()].filter(({ status }) => status.category !== 'done');
        const start = Number(cursor ?? 0);
        return {
          issues: open.slice(start, start + 2),
          unreadable: [],
          next: start + 2 < open.length ? String(start + 2) : null,
        };
      },
      ids: async () => ({
        ids: [...jira.values()]
          .filter(({ status }) => status.category !== 'done')
          .map(({ id }) => id),
        next: null,
      }),
      count: async () =>
        [...jira.values()].filter(({ status }) => status.category !== 'done').length,
    },
    projects: {
      among: async (keys) =>
        new Set(
          keys.filter((key) => [...jira.values()].some(({ project }) => project.key === key)),
        ),
      page: async () => ({
        projects: [
          ...new Map([...jira.values()].map(({ project }) => [project.id, project])).values(),
        ],
        next: null,
      }),
      byKey: async (key) =>
        [...jira.values()].find((issue) => issue.project.key === key)?.project ?? null,
      keyOf: async (project) =>
        [...jira.values()].find((issue) => issue.project.id === project)?.project.key ?? null,
    },
    projectKeys: { writeDownKeys: async () => undefined, keyIs: async () => false },
    siteFields: { all: async () => siteFieldList, forget: async () => undefined },
    fieldWriter: {
      write: async (changes) => {
        trip('fieldWrite');
        const gone = changes.filter(({ issueId }) => !jira.has(issueId));
        written.push(...changes.filter((change) => !gone.includes(change)));
        return gone.map(({ issueId }) => issueId);
      },
      fieldIds: () => ({
        score: 'own-score',
        lane: 'own-lane',
        horizon: 'own-horizon',
        reasons: 'own-reasons',
      }),
    },
    rubrics: {
      read: async (scope) => rubrics.get(JSON.stringify(scope)) ?? null,
      refresh: () => undefined,
      edition: async (scope, version) => rubrics.get(`${JSON.stringify(scope)} ${version}`) ?? null,
      publish: async (scope, stored) => {
        rubrics.set(JSON.stringify(scope), stored);
        rubrics.set(`${JSON.stringify(scope)} ${stored.version}`, stored);
      },
      notes: async (scope, versions) =>
        versions.flatMap((version) => rubrics.get(`${JSON.stringify(scope)} ${version}`) ?? []),
      owned: async () =>
        [...rubrics].flatMap(([key, { version, at, inherits = [] }]) =>
          key.endsWith('"}')
            ? [{ project: (JSON.parse(key) as { project: string }).project, version, at, inherits }]
            : [],
        ),
    },
    pilots: {
      read: async (project) => pilots.get(project) ?? null,
      among: async (projects) => new Set(projects.filter((project) => pilots.has(project))),
      begin: async (project, setting) => void pilots.set(project, setting),
      end: async (project) => void pilots.delete(project),
    },
    erasures: {
      record: async (erasure) => void erased.unshift(erasure),
      newest: async (most) => erased.slice(0, most),
    },
    budget: {
      admit: async () => undefined,
      spend: () => undefined,
      heed: () => undefined,
      settle: async () => undefined,
    },
    ...evidence,
    edits: {
      set: async (key, edit) => {
        trip('edit');
        edited.push({ key, edit });
        const before = lookUp(key);
        if (before)
          jira.set(
            before.id,
            edit.kind === 'due'
              ? { ...before, due: edit.day }
              : edit.kind === 'assignee'
                ? { ...before, assignee: edit.accountId }
                : {
                    ...before,
                    fields: {
                      ...before.fields,
                      [edit.fieldId]:
                        edit.kind === 'field' ? edit.value : [{ value: 'Impediment' }],
                    },
                  },
          );
      },
      editable: async () =>
        siteFieldList.map(({ id, name, type, items }) => ({ id, name, type, items })),
      flaggedField: async (fields) => fields.find(({ name }) => name === 'Flagged')?.id ?? null,
    },
    roles: {
      ofPerson: async (_project, accountId, names) => ({
        roles: names.filter((name) => roleMembers[name]?.includes(accountId) === true),
        unread: [],
      }),
    },
    remainingMs: () => 900_000,
    random: () => 0.5,
    clock: () => NOW.getTime(),
    sleep: async () => undefined,
    removals: inMemoryRemovals(),
    projectRecords: { remove: async () => undefined },
    previews: inMemoryPreviews(),
    storedPeople: nobodyStored,
    accountReports: { report: async () => [] },
  };
}

function inMemoryUpdates(): World['updates'] {
  const kept = new Map<string, UpdateRounds>();
  return {
    read: async (issueId) => kept.get(issueId) ?? null,
    write: async (next) => {
      if ((kept.get(next.issueId)?.revision ?? 0) !== next.revision - 1) return false;
      kept.set(next.issueId, next);
      return true;
    },
    remove: async (ids) => {
      for (const id of ids) kept.delete(id);
    },
  };
}

function inMemoryRemovals(): World['removals'] {
  const kept = new Map<string, Removal>();
  const nameOf = (kind: string, id: string): string => `${kind}:${id}`;
  return {
    schedule: async (all) => {
      for (const one of all) kept.set(nameOf(one.departed.kind, one.departed.id), one);
    },
    any: async () => kept.size > 0,
    among: async (kind, ids) =>
      new Map(
        ids.flatMap((id) => {
          const one = kept.get(nameOf(kind, id));
          return one ? [[id, one] as const] : [];
        }),
      ),
    due: async (untilDay) => [...kept.values()].filter(({ day }) => day <= untilDay),
    clear: async (kind, ids) => {
      for (const id of ids) kept.delete(nameOf(kind, id));
    },
  };
}

/** Use cases of one feature keep nothing that the walk over everything looks at. */
const nobodyStored: World['storedPeople'] = {
  page: async () => ({ records: [], looked: 0, next: null }),
  replace: async () => true,
  register: {
    add: async () => undefined,
    portion: async () => ({ accountIds: [], next: null }),
    close: async () => undefined,
    closed: async () => new Map(),
    forget: async () => undefined,
  },
};

function inMemoryPreviews(): World['previews'] {
  const drafts = new Map<string, PricedDraft>();
  const results = new Map<string, MeasuredPreview>();
  return {
    draft: async (id) => drafts.get(id) ?? null,
    keepDraft: async (id, draft) => void drafts.set(id, draft),
    result: async (id) => results.get(id) ?? null,
    keepResult: async (id, result) => void results.set(id, result),
  };
}

/** Ids marked to be scored again. */
export function marked({ engine }: InMemoryWorld): readonly string[] {
  return [...engine.rescoreRequests.values()].map(({ issueId }) => issueId);
}

/** Sees everything but these ids and keys, and may do what `permissions` lists. */
export function aViewer({
  blindTo = [],
  permissions = [],
  sees = [],
}: {
  readonly blindTo?: readonly string[];
  readonly permissions?: readonly string[];
  /** The issues as they stand; of others this person is shown that they have just been changed. */
  readonly sees?: readonly IssueRecord[];
} = {}): Viewer {
  return {
    look: async (issueId) => {
      if (blindTo.includes(issueId)) return null;
      const issue = sees.find(({ id }) => id === issueId);
      return {
        project: issue?.project.id ?? 'PAY',
        updated: issue?.updated ?? '9999-12-31T00:00:00.000+0000',
        votes: issue?.votes ?? null,
        watchers: issue?.watchers ?? null,
        linked: new Set(
          (issue?.links ?? [])
            .map(({ other }) => other.key)
            .filter((key) => !blindTo.includes(key)),
        ),
      };
    },
    visible: async (wishes) => new Set(wishes.filter((wish) => !blindTo.includes(wish))),
    may: async (permission) => permissions.includes(permission),
    mayOn: async (permission) => permissions.includes(permission),
    project: async (key) => (permissions.includes('BROWSE_PROJECTS') ? { id: key, key } : null),
    projects: async () => (permissions.includes('BROWSE_PROJECTS') ? ['PAY'] : []),
  };
}

export function anIssue(key: string, facts: Partial<IssueRecord> = {}): IssueRecord {
  const project = key.slice(0, key.lastIndexOf('-'));
  return {
    id: idOf(key),
    key,
    // In a world without a rename one word does for both.
    project: { id: project, key: project },
    summary: `What ${key} is about`,
    type: { name: 'Story', level: 0 },
    status: { name: 'Open', category: 'new' },
    priority: 'Medium',
    labels: [],
    components: [],
    fixVersions: [],
    assignee: null,
    reporter: null,
    parentKey: null,
    created: '2026-11-01T09:00:00.000+0000',
    updated: '2026-11-02T09:00:00.000+0000',
    resolved: null,
    due: null,
    votes: 0,
    watchers: 0,
    comments: null,
    links: [],
    fields: {},
    ...facts,
  };
}

export function aLink(
  phrase: 'blocks' | 'is blocked by' | 'relates to',
  other: IssueRecord,
): LinkRecord {
  const outward = phrase !== 'is blocked by';
  return {
    type: phrase === 'relates to' ? 'Relates' : 'Blocks',
    direction: outward ? 'outward' : 'inward',
    phrase,
    reverse:
      phrase === 'blocks' ? 'is blocked by' : phrase === 'is blocked by' ? 'blocks' : 'relates to',
    other: {
      id: other.id,
      key: other.key,
      summary: other.summary,
      type: other.type.name,
      status: other.status,
      priority: other.priority,
    },
  };
}

/** Both ends of a link, as Jira shows them. */
export function linkBoth(
  from: IssueRecord,
  phrase: 'blocks' | 'relates to',
  to: IssueRecord,
): [IssueRecord, IssueRecord] {
  return [
    { ...from, links: [...from.links, aLink(phrase, to)] },
    {
      ...to,
      links: [...to.links, aLink(phrase === 'blocks' ? 'is blocked by' : 'relates to', from)],
    },
  ];
}

function idOf(key: string): string {
  return `1${key.slice(key.lastIndexOf('-') + 1).padStart(4, '0')}${key.charCodeAt(0)}`;
}
