import type { SourceFile } from './source-files';

/**
 * Use cases that search, link or edit as the app, which sees and may do more than the person who sets them off, and why each may. All
 * others are given ports of the person (`jira`, `viewer`).
 */
export const AS_THE_APP: Readonly<Record<string, string>> = {
  'src/usecases/calibration/gather-finished.ts':
    'figures over all finished issues of a project, for its administrators; issues are named as they see them',
  'src/usecases/hot-fix/link-evidence.ts':
    'nobody asks: what a rule named is linked only where its user sees it',
  'src/usecases/hot-fix/try-edit.ts': 'nobody asks: the issue itself became urgent',
  'src/usecases/jobs/moved-together.ts': 'nobody asks: a sprint or a release has moved',
  'src/usecases/jobs/reconcile-counts.ts': 'nobody asks: the daily reconciliation',
  'src/usecases/jobs/site-ready.ts': 'nobody asks: it waits until the app sees the site',
  'src/usecases/pilot/view-pilot.ts':
    'the order of all issues; those that the person does not see are left out afterwards',
  'src/usecases/post-mortem/action-links.ts':
    'nobody asks: a person made the action for this fix, and Jira refused their link',
  'src/usecases/post-mortem/note-recurrence.ts':
    'links say that an incident came again; where a person says so, they link it',
  'src/usecases/rubric-editing/publish-cost.ts':
    'the work reads every issue of the project, and is paid for each',
  'src/usecases/scoring/read-issues.ts': 'scores are the same for everybody',
};

/** A search or a link whose port is not the person's, or an edit that is none of theirs. */
const BEYOND =
  /(?<!\bjira\.)(?<!\bsearch\.)\bissues\.(?:count|ids|page)\(|(?<!\bjira\.)\blinks(?:\)?\.link)\(|(?<!\banswering\.)\bedits\.set\(/u;

/** Jira as the person, handed on under a name of its own. */
const PERSONS = /\bissues: PersonsSearch\b/u;

export function worksAsTheApp({ path, text }: SourceFile): boolean {
  return path.startsWith('src/usecases/') && BEYOND.test(text) && !PERSONS.test(text);
}
