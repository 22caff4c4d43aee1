import type { ProjectId } from '../../core/terms/project';
import type { Block } from '../../core/post-mortem/document';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { HistoryFact } from '../../core/post-mortem/timeline';
import type { Person } from '../../core/post-mortem/view';
import type { Issues } from './issues';

/** Post-mortems by the id of their issue. */
export interface PostMortems {
  read(issueIds: readonly string[]): Promise<ReadonlyMap<string, PostMortem>>;
  /** Writes a record whose revision is one more than the stored one (1: of none); false when somebody wrote in between. */
  write(next: PostMortem): Promise<boolean>;
  /** Those that do not exist are passed over. */
  remove(issueIds: readonly string[]): Promise<void>;
  /** At most 100, those due last first. May lag behind writes by moments. */
  ofProject(project: ProjectId): Promise<readonly PostMortem[]>;
}

export interface NewAction {
  readonly project: string;
  readonly summary: string;
  /** Account id. */
  readonly owner: string;
  /** Day. */
  readonly due: string;
  /** Marks it as a preventive action. */
  readonly label: string;
}

export interface Rights {
  readonly edit: boolean;
  readonly create: boolean;
  readonly comment: boolean;
}

/** Who reads a comment in a service project: its customers too, or only the people who work on it. Elsewhere everybody who sees the issue. */
export type Audience = 'public' | 'internal';

/** Jira as the person in front of the screen: it shows and does only what that person may. */
export interface PersonsJira extends Pick<IssueLinks, 'link'> {
  readonly issues: Pick<Issues, 'find' | 'page' | 'ids' | 'count'>;
  /** Changelog and comments, the oldest first. */
  history(issueKey: string): Promise<readonly HistoryFact[]>;
  /** On one issue; where its project is meant, in that. */
  rights(at: { readonly issue: string } | { readonly project: string }): Promise<Rights>;
  /**
   * Never made twice by a repeat of Ballast's own. After a lost answer it looks for the issue, and returns what the same person made
   * in the same words within the last minute.
   * @throws Unsure when Jira did not answer and the issue is not found: it may exist all the same
   */
  createAction(action: NewAction): Promise<{ readonly id: string; readonly key: string }>;
  /**
   * Whom Jira lets this person write to in a service project: people without an agent's licence write internal notes, whatever they
   * ask for. Null in any other project, and where Jira does not say.
   */
  audienceIn(project: string): Promise<Audience | null>;
  /**
   * Never posted twice by a repeat of Ballast's own. An internal one that is longer than Jira takes is cut, and says so.
   * @returns who reads it by Jira's own word, which need not be whom it was meant for; null when Jira does not say
   * @throws Unsure when Jira did not answer and the issue does not show the comment: it may come all the same; Declined when a public
   * one is longer than Jira takes
   */
  comment(issueKey: string, text: readonly Block[], audience: Audience): Promise<Audience | null>;
  /** Who may be given work in the project, by the beginning of a name. */
  assignable(project: string, query: string): Promise<readonly Person[]>;
}

export interface IssueLinks {
  /** By the first of these names that the site has; two issues may be linked twice without effect. */
  link(linkTypes: readonly string[], fromKey: string, toKey: string): Promise<void>;
  /** Keys of issues whose link with this one somebody took away, as far as its newest changes tell; those that are linked again too. */
  takenAway(issueKey: string): Promise<ReadonlySet<string>>;
}
