import type { RubricDocument } from '../draft/document-path';

/** A field of the site, with what the project's open issues hold in it. */
export interface FieldChoice {
  readonly id: string;
  readonly name: string;
  /** Jira's schema type: number, string, option, array, date … */
  readonly type: string;
  readonly items?: string;
  /** Share of the project's open issues on which it is set, 0–1; null while it was not counted. */
  readonly filled: number | null;
  /** A few values as the issues show them. */
  readonly samples: readonly string[];
}

/** Today's values of one criterion over the project's open issues. */
export interface ValueSpread {
  /** Numbers, in steps of equal width from `from` to `to`: how many issues fall into each. Empty for names. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Names with how many issues have them, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  /** Issues with a value, and all. */
  readonly known: number;
  readonly of: number;
}


/** What the editor knows of the project, beside the draft itself. Every list may be empty: names can then still be typed. */
export interface EditorInputs {
  readonly project: string | null;
  readonly openIssues: number;
  readonly fields: readonly FieldChoice[];
  /** By criterion id, as the draft or else the published rubric reads it. */
  readonly spreads: Readonly<Record<string, ValueSpread>>;
  readonly issueTypes: readonly string[];
  readonly priorities: readonly string[];
  /** Names of link types, and their words from either side. */
  readonly linkTypes: readonly { readonly name: string; readonly inward: string; readonly outward: string }[];
  readonly projects: readonly { readonly key: string; readonly name: string }[];
  readonly roles: readonly string[];
  /** People that the draft names, by account id. */
  readonly people: Readonly<Record<string, string>>;
  /** Finds people by the beginning of a name; null where nobody can be looked up. */
  readonly findPeople: ((query: string) => Promise<readonly { readonly id: string; readonly name: string }[]>) | null;
  /** Other projects' rubrics and earlier versions; each is read when it is chosen. */
  readonly sources: readonly { readonly id: string; readonly label: string; readonly group: 'project' | 'version' }[];
  readonly readSource: (id: string) => Promise<RubricDocument>;
}
