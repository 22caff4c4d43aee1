import { epics, followUps, openTasks } from './bets-and-tasks';
import { finishedWork } from './finished-work';
import { openImprovements } from './improvements';
import { openBugs } from './open-bugs';
import { openStories } from './stories';
import type { WorkRow } from './work-row';

export type WorkType = 'Epic' | 'Story' | 'Improvement' | 'Bug' | 'Task';

export interface Work {
  readonly type: WorkType;
  readonly row: WorkRow;
}

const typed = (type: WorkType, rows: readonly WorkRow[]): Work[] =>
  rows.map((row) => ({ type, row }));

/** The whole product project, open and closed. */
export const allWork: readonly Work[] = [
  ...typed('Epic', epics),
  ...typed('Bug', openBugs),
  ...typed('Story', openStories),
  ...typed('Improvement', openImprovements),
  ...typed('Task', [...openTasks, ...followUps]),
  ...(Object.keys(finishedWork) as WorkType[]).flatMap((type) => typed(type, finishedWork[type])),
];
