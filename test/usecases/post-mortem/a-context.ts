import type { HistoryFact } from '../../../src/core/post-mortem/timeline';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { Gone } from '../../../src/usecases/ports/failures';
import type { NewAction, Rights } from '../../../src/usecases/ports/post-mortem';
import type { PostMortemContext } from '../../../src/usecases/post-mortem/post-mortem-context';
import type { World } from '../../../src/usecases/ports/world';
import { followPostMortems } from '../../../src/usecases/post-mortem/follow';
import { rubricsOf } from '../../../src/usecases/rubric/in-force';
import { anIssue, linkBoth, NOW, type InMemoryWorld } from '../in-memory-world';

/** What comes after an event that scored these issues. */
export async function followChanges(
  issues: readonly IssueRecord[],
  world: World,
  now: Date,
): Promise<void> {
  const projects = issues.map(({ project }) => project.key);
  await followPostMortems.run(issues, await rubricsOf(projects, world.rubrics), world, now);
}

export interface Facts {
  readonly me?: string;
  /** Keys that this person may not see. */
  readonly blindTo?: readonly string[];
  readonly rights?: Partial<Rights>;
  readonly history?: readonly HistoryFact[];
  readonly names?: Readonly<Record<string, string>>;
}

export interface InMemoryDesk extends PostMortemContext {
  readonly created: NewAction[];
  readonly comments: string[];
}

/** Somebody at work in a world of maps. */
export function aDesk(
  world: InMemoryWorld,
  { me = 'mara', blindTo = [], rights = {}, history = [], names = {} }: Facts = {},
): InMemoryDesk {
  const created: NewAction[] = [];
  const comments: string[] = [];
  const seen = (issues: readonly IssueRecord[]): IssueRecord[] =>
    issues.filter(({ key }) => !blindTo.includes(key));
  return {
    world,
    me,
    now: NOW,
    created,
    comments,
    people: {
      names: async (ids) => new Map(Object.entries(names).filter(([id]) => ids.includes(id))),
    },
    jira: {
      issues: {
        find: async (wishes, fields) => {
          const found = await world.issues.find(wishes, fields);
          return { ...found, issues: seen(found.issues) };
        },
        ids: world.issues.ids,
        count: world.issues.count,
        page: async () => ({ issues: seen([...world.jira.values()]), unreadable: [], next: null }),
      },
      history: async () => history,
      rights: async () => ({ edit: true, create: true, comment: true, ...rights }),
      createAction: async (action) => {
        created.push(action);
        const made = anIssue(`PAY-${100 + created.length}`, {
          summary: action.summary,
          labels: [action.label],
          assignee: action.owner,
          due: action.due,
        });
        world.jira.set(made.id, made);
        return made;
      },
      comment: async (issueKey, text, audience) => {
        comments.push(`${issueKey} ${JSON.stringify(text)}`);
        return audience;
      },
      audienceIn: async () => null,
      link: (types, from, to) => world.links.link(types, from, to),
      assignable: async (_project, query) => {
        if (query === 'gone') throw new Gone('The project is gone');
        return [{ accountId: 'omar', name: 'Omar Haddad' }];
      },
    },
  };
}

const resolved = {
  status: { name: 'Done', category: 'done' as const },
  resolved: '2026-11-15T12:00:00.000+0000',
};

/** A fix that was resolved yesterday, and its worst incident. */
export function anUrgentFix(
  facts: Partial<IssueRecord> = {},
): readonly [fix: IssueRecord, incident: IssueRecord] {
  const incident = anIssue('INC-1', {
    type: { name: 'Incident', level: 0 },
    priority: 'Highest',
    summary: 'Payouts are stuck',
  });
  return linkBoth(anIssue('PAY-1', { ...resolved, ...facts }), 'relates to', incident);
}
