import type { IssueAsk } from './asks';
import type { PostMortemChange as PostMortemChange } from '../core/post-mortem/change';
import type { Candidate } from '../core/post-mortem/happened-before';
import type { NewPreventiveAction, Person, PostMortemView } from '../core/post-mortem/view';

export interface PostMortemContract {
  /** The post-mortem of an issue. Of one that was resolved and asks for one, as it is about to be opened: the queue does that, or the person's first change. */
  readonly 'postmortem.view': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** Begins one by hand. */
  readonly 'postmortem.start': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** `seen` is the revision that the person was looking at: a later change to the same part is shown before theirs is saved. */
  readonly 'postmortem.change': {
    readonly ask: IssueAsk & { readonly seen: number; readonly change: PostMortemChange };
    readonly answer: PostMortemView;
  };
  /** Creates a preventive action as a linked Jira issue, in the person's name. */
  readonly 'postmortem.act': {
    readonly ask: IssueAsk & NewPreventiveAction;
    readonly answer: PostMortemView;
  };
  /** Posts it as a comment, in the person's name. */
  readonly 'postmortem.share': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** Earlier incidents that may have been the same. */
  readonly 'postmortem.before': { readonly ask: IssueAsk; readonly answer: readonly Candidate[] };
  /** Who could own it or an action, by the beginning of a name. */
  readonly 'postmortem.people': {
    readonly ask: IssueAsk & { readonly query: string };
    readonly answer: readonly Person[];
  };
}
