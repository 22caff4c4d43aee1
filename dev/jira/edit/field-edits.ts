import type { ChangeItem, Issue } from '../model/issue';
import { notModelled } from '../jira-error';
import { toPlain } from '../model/rich-text';
import type { SiteState } from '../model/site-state';
import { customText, readCustomValue } from './custom-values';
import { FieldProblem, notSettable } from './field-problem';
import {
  readAssignee,
  readDay,
  readLabels,
  readNamed,
  readNamedList,
  readParent,
  readPerson,
  readSummary,
  readText,
} from './read-value';

export interface EditContext {
  readonly state: SiteState;
  readonly version: 2 | 3;
  /** The app may set its own read-only fields, through the app-field operations only. */
  readonly ownFields: boolean;
}

/** An accepted change, not made yet: without items when the issue has that value already. */
export interface Edit {
  readonly items: readonly ChangeItem[];
  readonly apply: () => void;
}

type Editor = (context: EditContext, issue: Issue, value: unknown) => Edit;
interface Names {
  readonly id: string | null;
  readonly text: string | null;
}
const NOTHING: Names = { id: null, text: null };

function change(
  field: string,
  fieldId: string | null,
  from: Names,
  to: Names,
  apply: () => void,
): Edit {
  const same = from.id === to.id && from.text === to.text;
  return {
    apply,
    items: same
      ? []
      : [{ field, fieldId, from: from.id, fromText: from.text, to: to.id, toText: to.text }],
  };
}

/** Components and versions come and go one item each, as Jira writes them. */
function listChange<T extends { readonly id: string; readonly name: string }>(
  field: string,
  fieldId: string,
  from: readonly T[],
  to: readonly T[],
  apply: () => void,
): Edit {
  const item = (gone: T | null, come: T | null): ChangeItem => ({
    field,
    fieldId,
    from: gone?.id ?? null,
    fromText: gone?.name ?? null,
    to: come?.id ?? null,
    toText: come?.name ?? null,
  });
  return {
    apply,
    items: [
      ...from.filter((each) => !to.includes(each)).map((each) => item(each, null)),
      ...to.filter((each) => !from.includes(each)).map((each) => item(null, each)),
    ],
  };
}

const named = (item: { readonly id: string; readonly name: string } | null): Names =>
  item === null ? NOTHING : { id: item.id, text: item.name };
const plain = (text: string | null): Names => ({ id: null, text });
const person = (state: SiteState, accountId: string | null): Names =>
  accountId === null
    ? NOTHING
    : { id: accountId, text: state.users.get(accountId)?.displayName ?? accountId };

const EDITORS: Readonly<Record<string, Editor>> = {
  summary: (_, issue, value) => {
    const summary = readSummary(value);
    return change('summary', 'summary', plain(issue.summary), plain(summary), () => {
      issue.summary = summary;
    });
  },
  description: ({ version }, issue, value) => {
    const text = readText(value, version);
    return change(
      'description',
      'description',
      plain(toPlain(issue.description)),
      plain(toPlain(text)),
      () => {
        issue.description = text;
      },
    );
  },
  environment: ({ version }, issue, value) => {
    const text = readText(value, version);
    return change(
      'environment',
      'environment',
      plain(toPlain(issue.environment)),
      plain(toPlain(text)),
      () => {
        issue.environment = text;
      },
    );
  },
  issuetype: ({ state }, issue, value) => {
    const type = readNamed(value, state.types.all(), 'Specify a valid issue type');
    if (type === null) throw new FieldProblem('Specify a valid issue type');
    return change('issuetype', 'issuetype', named(issue.type), named(type), () => {
      issue.type = type;
    });
  },
  priority: ({ state }, issue, value) => {
    const priority = readNamed(value, state.priorities.all(), 'The priority selected is invalid.');
    return change('priority', 'priority', named(issue.priority), named(priority), () => {
      issue.priority = priority;
    });
  },
  assignee: ({ state }, issue, value) => {
    const accountId = readAssignee(state, issue.project, value);
    return change(
      'assignee',
      'assignee',
      person(state, issue.assignee),
      person(state, accountId),
      () => {
        issue.assignee = accountId;
      },
    );
  },
  reporter: ({ state }, issue, value) => {
    const accountId = readPerson(state, value);
    return change(
      'reporter',
      'reporter',
      person(state, issue.reporter),
      person(state, accountId),
      () => {
        issue.reporter = accountId;
      },
    );
  },
  duedate: (_, issue, value) => {
    const due = readDay(value);
    const names = (day: string | null): Names => ({
      id: day,
      text: day === null ? null : `${day} 00:00:00.0`,
    });
    return change('duedate', 'duedate', names(issue.due), names(due), () => {
      issue.due = due;
    });
  },
  labels: (_, issue, value) => {
    const labels = readLabels(value);
    return change(
      'labels',
      'labels',
      plain(issue.labels.join(' ')),
      plain(labels.join(' ')),
      () => {
        issue.labels = labels;
      },
    );
  },
  components: (_, issue, value) => {
    const components = readNamedList(value, issue.project.components, 'Component');
    return listChange('Component', 'components', issue.components, components, () => {
      issue.components = components;
    });
  },
  versions: (_, issue, value) => {
    const versions = readNamedList(value, issue.project.versions, 'Version');
    return listChange('Version', 'versions', issue.versions, versions, () => {
      issue.versions = versions;
    });
  },
  fixVersions: (_, issue, value) => {
    const versions = readNamedList(value, issue.project.versions, 'Version');
    return listChange('Fix Version', 'fixVersions', issue.fixVersions, versions, () => {
      issue.fixVersions = versions;
    });
  },
  parent: ({ state }, issue, value) => {
    const parent = readParent(state, issue, value);
    const names = (each: Issue | null): Names =>
      each === null ? NOTHING : { id: String(each.id), text: each.key };
    return change('IssueParentAssociation', null, names(issue.parent), names(parent), () => {
      if (issue.parent !== null)
        issue.parent.children = issue.parent.children.filter((child) => child !== issue);
      issue.parent = parent;
      if (parent !== null) parent.children = [...parent.children, issue];
    });
  },
};

/** Jira takes them where they are on the screen; here nothing would keep them. */
const UNMODELLED_EDITS = new Set(['timetracking', 'worklog', 'security', 'attachment']);

/** Checks a new value of one field. Throws `FieldProblem` when Jira would refuse it. */
export function prepareEdit(
  context: EditContext,
  issue: Issue,
  fieldId: string,
  value: unknown,
): Edit {
  const editor = EDITORS[fieldId];
  if (editor !== undefined) return editor(context, issue, value ?? null);
  if (UNMODELLED_EDITS.has(fieldId)) throw notModelled(`setting the field '${fieldId}'`);
  const field = context.state.fields.byId(fieldId);
  if (field === undefined || (field.app?.readOnly === true && !context.ownFields))
    throw notSettable(fieldId);
  const next = readCustomValue(context, field, value ?? null);
  const before = issue.customs[fieldId] ?? null;
  if (JSON.stringify(before) === JSON.stringify(next)) return { items: [], apply: () => undefined };
  const text = (each: unknown) => plain(customText(context.state, each));
  return {
    items: [
      {
        field: field.name,
        fieldId,
        from: null,
        fromText: text(before).text,
        to: null,
        toText: text(next).text,
      },
    ],
    apply: () => {
      const { [fieldId]: _, ...others } = issue.customs;
      issue.customs = next === null ? others : { ...others, [fieldId]: next };
    },
  };
}
