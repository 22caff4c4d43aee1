import type { Job } from '../core/jobs/job';
import type { ScopeAsk } from './asks';

export interface JobsContract {
  /** Reads and scores again every open issue of a project or the site, or those that a JQL finds. Administrators only, as all of `job`. */
  readonly 'job.start': { readonly ask: JobStart; readonly answer: JobView };
  /** How the last work on a scope goes, or went; null before the first. */
  readonly 'job.view': { readonly ask: ScopeAsk; readonly answer: JobView | null };
  readonly 'job.pause': { readonly ask: ScopeAsk; readonly answer: JobView };
  readonly 'job.resume': { readonly ask: ScopeAsk; readonly answer: JobView };
  readonly 'job.cancel': { readonly ask: ScopeAsk; readonly answer: JobView };
  /** Tries again the issues that failed, and only those. */
  readonly 'job.retryFailed': { readonly ask: ScopeAsk; readonly answer: JobView };
  /** How many open issues do not show yet what the rubric in force says. For whoever may publish it, as the next. */
  readonly 'job.left': { readonly ask: ScopeAsk; readonly answer: LeftView };
  /** Scores those, from the ledger. */
  readonly 'job.finish': { readonly ask: ScopeAsk; readonly answer: JobView };
}

export interface JobStart extends ScopeAsk {
  /** Narrows it to what this JQL finds; empty for every open issue. */
  readonly jql: string;
}

export type JobState = 'running' | 'waiting' | 'paused' | 'cancelled' | 'finished' | 'gave up';

/** How far the work on many issues has come. */
export interface JobView extends Pick<
  Job,
  | 'id'
  | 'cause'
  | 'note'
  | 'total'
  | 'done'
  | 'changed'
  | 'failed'
  | 'failures'
  | 'startedAt'
  | 'updatedAt'
  | 'finishedAt'
> {
  /** The project's key; null for the whole site. */
  readonly project: string | null;
  readonly state: JobState;
  /** Seconds until it is done at the pace so far; null when nobody knows. */
  readonly secondsLeft: number | null;
  /** ISO time of the last look for what was being scored meanwhile, once everything else is done; null before and after. */
  readonly lastLookAt: string | null;
  /** Whether this person may pause, resume and cancel it. */
  readonly maySteer: boolean;
  /** Whether this person may begin work of their own on all of these issues, and retry what failed. */
  readonly mayStart: boolean;
}

/** Open issues that do not show yet what the rubric in force says, since the work on that was stopped or failed. */
export interface LeftView {
  readonly issues: number;
  /** There are more: only so many are counted. */
  readonly more: boolean;
  /** Work goes on that scores them. */
  readonly underWay: boolean;
}
