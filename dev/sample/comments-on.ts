import type { SnapshotComment } from '../jira/snapshot';
import { comments } from './comments';
import { daysAgo } from './moments';
import { accountOf } from './people';
import { paragraph } from './rich-text';

/** What was said on a row, oldest first. */
export function commentsOn(id: string): SnapshotComment[] {
  return comments
    .filter((comment) => comment.to === id)
    .map(({ by, age, text }) => ({
      author: accountOf(by),
      created: daysAgo(age, id),
      body: paragraph(text),
    }))
    .sort((one, other) => one.created.localeCompare(other.created));
}
