import type { Project } from '../terms/project';

/**
 * One Jira issue as the core sees it: what `jira/parse` makes of a REST answer.
 * Dates are ISO 8601 strings as Jira gave them; names are as the site spells them, in any language.
 */
export interface IssueRecord {
  readonly id: string;
  readonly key: string;
  readonly project: Project;
  readonly summary: string;
  readonly type: {
    readonly name: string;
    /** −1 sub-task, 0 standard, 1 epic, 2 and up above epics. */ readonly level: number;
  };
  readonly status: { readonly name: string; readonly category: StatusCategory };
  readonly priority: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly fixVersions: readonly { readonly name: string; readonly released: boolean }[];
  readonly assignee: string | null;
  readonly reporter: { readonly id: string; readonly name: string } | null;
  readonly parentKey: string | null;
  readonly created: string;
  readonly updated: string;
  readonly resolved: string | null;
  /** Date without time, `2026-11-20`. */
  readonly due: string | null;
  /** Null when the site does not give the field to the app. */
  readonly votes: number | null;
  readonly watchers: number | null;
  readonly comments: number | null;
  /** Read only when a rubric asks for it. */
  readonly history?: IssueHistory;
  readonly links: readonly LinkRecord[];
  /** Every other field by id, as raw JSON: the signals that read one say what they accept. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What an issue's changelog tells. */
export interface IssueHistory {
  /** Moment of the last change of status; null when it never changed. */
  readonly statusSince: string | null;
  /** How often it was reopened. */
  readonly reopened: number;
  /** ISO time of the last time; left out where it never was. */
  readonly reopenedAt?: string;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** One end of an issue link, seen from the issue that carries it. */
export interface LinkRecord {
  readonly type: string;
  /** `outward`: this issue «phrase» the other ("blocks"); `inward`: the other does it to this one ("is blocked by"). */
  readonly direction: 'inward' | 'outward';
  readonly phrase: string;
  /** The same link in the other issue's words ("is blocked by"). */
  readonly reverse?: string;
  readonly other: {
    readonly id: string;
    readonly key: string;
    readonly summary: string;
    readonly type: string;
    readonly status: { readonly name: string; readonly category: StatusCategory };
    readonly priority: string | null;
  };
}

/** How long a site works: what Jira means by a day and a week of work. Its fields of time hold seconds. */
export interface WorkingTime {
  readonly hoursPerDay: number;
  readonly daysPerWeek: number;
}

/** A field of the site, for finding fields by name and telling a deleted field from an empty one. */
export interface FieldInfo {
  readonly id: string;
  readonly name: string;
  /** Jira's schema type: number, string, option, array, date … */
  readonly type: string;
  readonly items?: string;
  /** Jira's full custom type key, for instance `com.pyxis.greenhopper.jira:gh-sprint`. */
  readonly custom?: string;
  /** Of Jira's fields of time, which hold seconds: how long the site works. */
  readonly working?: WorkingTime;
}
