import type { ProjectId } from '../terms/project';

/** One stretch of a job; each is done page by page, and a job's steps one after the other. */
export type Step =
  /** Waits until a new installation sees the site. */
  | 'ready'
  /** Reads what the job's JQL finds from Jira and scores it. */
  | 'search'
  /** Asks for what its JQL finds to be scored again, as an edit does. */
  | 'found'
  /** Asks for open issues that the ledger knows to be in an active sprint (ids: `sprint`) or a release (`version`) to be scored again. */
  | 'members'
  /** Reads exactly these issues and scores them. */
  | 'ids'
  /** Scores from the signals that the ledger holds; reads only what it does not hold. */
  | 'ledger'
  /** Once more, for what was being scored under the older rubric while the job began. */
  | 'sweep'
  /** Has projects that take parts of their rubric from the site's follow its newest version. */
  | 'follow'
  /** Marks the issues whose evidence names a customer that the table changed. */
  | 'customers'
  /** Works out what a draft rubric would do; writes nothing to any issue. */
  | 'preview'
  /** Scores what time alone has moved. */
  | 'wake'
  /** Reads what was edited since the last time, and mends what events missed. */
  | 'edited'
  /** Counts the ledger's open issues by project. */
  | 'tally'
  /** Holds those counts against Jira's. */
  | 'compare'
  /** Finds by their ids what only one of the two knows. */
  | 'list'
  /** Looks for account ids in everything that is stored. */
  | 'people'
  /** Reports them to Atlassian. */
  | 'report'
  /** Takes those whose accounts are closed out of everything that is stored. */
  | 'erase'
  /** Gives what belongs to the issues of a deleted project (ids: its id and its key) the time of its removal. */
  | 'timed'
  /** Likewise of those that only the log still knows. */
  | 'timedByLog'
  /** Removes what belongs to deleted issues and projects, once its time has come. */
  | 'removal'
  /** Removes evidence that was resolved longer ago than rubrics keep it. */
  | 'oldEvidence'
  /** Likewise entries of the log. */
  | 'oldDecisions';

/** A piece of work on many issues: what to do, and how far it has come. */
export interface Job {
  readonly id: string;
  /** One job a scope runs at a time; a newer one takes the place of an older. */
  readonly scope: string;
  /** `live`: a pilot has ended. */
  readonly cause: 'published' | 'installed' | 'requested' | 'retried' | 'live' | 'daily';
  /** Null for the whole site. */
  readonly project: ProjectId | null;
  readonly jql: string;
  /** Ids of issues, or of the records that say whose issues a change of the table of customers owes a scoring. */
  readonly ids: readonly string[];
  /** Account id of the person behind it. */
  readonly by: string | null;
  /** What is left, the present one first. */
  readonly steps: readonly Step[];
  readonly cursor: string | null;
  /** Grows each time it goes back on the queue: an older delivery does nothing. */
  readonly turn: number;
  /** About how many issues it will look at; null when nobody knows. */
  readonly total: number | null;
  readonly done: number;
  /** Issues for which a Jira field was written. */
  readonly changed: number;
  readonly failed: number;
  /** The first hundred, with reasons. */
  readonly failures: readonly JobFailure[];
  /** Open issues of the ledger by project, while counting them; projects to be listed afterwards. */
  readonly tally: Readonly<Record<string, number>>;
  /** Which projects the tally is of, where one record does not take all of them; absent for all. */
  readonly span?: Span;
  /** ISO times. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  /** What it waits for, or why it gave up. */
  readonly note: string | null;
}

/** Projects after one name and up to another, in the order of letters; null for up to the last. */
export interface Span {
  readonly after: string;
  readonly upTo: string | null;
}

export interface JobFailure {
  readonly id: string;
  readonly key: string | null;
  readonly why: string;
}

/** What a page came to. */
export interface PageOutcome {
  readonly done: number;
  readonly changed: number;
  readonly failures: readonly JobFailure[];
  /** Where the step goes on; null when it is finished. */
  readonly cursor: string | null;
  readonly tally?: Readonly<Record<string, number>>;
  readonly span?: Span;
  /** Steps to take after this one. */
  readonly then?: readonly Step[];
  /** Seconds to wait before going on. */
  readonly pause?: number;
}

const FAILURES_KEPT = 100;

type Beginning = Pick<Job, 'id' | 'scope' | 'cause' | 'steps'> &
  Partial<Pick<Job, 'project' | 'jql' | 'ids' | 'by' | 'total'>>;

export function newJob(beginning: Beginning, now: Date): Job {
  const at = now.toISOString();
  return {
    project: null,
    jql: '',
    ids: [],
    by: null,
    total: null,
    cursor: null,
    turn: 0,
    done: 0,
    changed: 0,
    failed: 0,
    failures: [],
    tally: {},
    startedAt: at,
    updatedAt: at,
    finishedAt: null,
    note: null,
    ...beginning,
  };
}

/** The job after one more page. */
export function advanced(job: Job, outcome: PageOutcome, at: string): Job {
  const stepDone = outcome.cursor === null;
  const steps = stepDone ? [...(outcome.then ?? []), ...job.steps.slice(1)] : job.steps;
  return {
    ...job,
    steps,
    cursor: outcome.cursor,
    done: job.done + outcome.done,
    changed: job.changed + outcome.changed,
    failed: job.failed + outcome.failures.length,
    failures: [...job.failures, ...outcome.failures].slice(0, FAILURES_KEPT),
    tally: outcome.tally ?? job.tally,
    ...(outcome.span !== undefined && { span: outcome.span }),
    updatedAt: at,
    finishedAt: steps.length === 0 ? at : null,
    note: null,
  };
}
