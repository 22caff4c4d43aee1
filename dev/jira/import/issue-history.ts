import type {
  SnapshotChange,
  SnapshotChangeItem,
  SnapshotComment,
  SnapshotUser,
} from '../snapshot';
import type { FieldReader } from './field-reader';
import * as shapes from './issue-shapes';
import { asUser } from './people';

type Meet = (user: SnapshotUser | undefined) => string | null;

/** Comments, oldest first as Jira gives them. A comment without a date is taken as old as the issue. */
export function readComments(reader: FieldReader, created: string, meet: Meet): SnapshotComment[] {
  // Research data sets call the list `comments`.
  const block = reader.read('comment', shapes.comments) ?? reader.read('comments', shapes.comments);
  if (!block) return [];
  if (block.total && block.total > block.comments.length) {
    reader.warn(
      `${block.total - block.comments.length} of ${block.total} comments are not in the export`,
    );
  }
  return block.comments.map((comment) => {
    const written = comment.created ? reader.toTime(comment.created, 'comment date') : undefined;
    const updated = comment.updated ? reader.toTime(comment.updated, 'comment date') : undefined;
    return {
      ...(comment.id ? { id: comment.id } : {}),
      author: meet(asUser(comment.author)),
      created: written ?? created,
      ...(updated && updated !== written ? { updated } : {}),
      body: comment.body ?? null,
      ...(comment.jsdPublic === false ? { isPublic: false } : {}),
    };
  });
}

/** The changelog, oldest first, from `expand=changelog` or the bulk endpoint. */
export function readChangelog(reader: FieldReader, value: unknown, meet: Meet): SnapshotChange[] {
  if (value === null || value === undefined) return [];
  const block = shapes.changelog.safeParse(value);
  if (!block.success) {
    reader.warn('changelog has an unexpected shape and is left out');
    return [];
  }
  const histories = block.data.histories ?? block.data.values ?? [];
  if (block.data.total && block.data.total > histories.length) {
    reader.warn(
      `${block.data.total - histories.length} of ${block.data.total} changes are not in the export`,
    );
  }
  const changes = histories.map((history) => ({
    ...(history.id ? { id: history.id } : {}),
    author: meet(asUser(history.author)),
    created: reader.toTime(history.created, 'changelog date') ?? '',
    items: history.items.map(readItem),
  }));
  return changes.sort((one, other) => one.created.localeCompare(other.created));
}

function readItem(item: Readonly<Record<string, unknown>>): SnapshotChangeItem {
  // `toString` is both Jira's name for the new value and a method that every object inherits.
  const own = (name: string) => {
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const fieldId = own('fieldId');
  return {
    field: own('field') ?? fieldId ?? 'unknown',
    ...(fieldId ? { fieldId } : {}),
    from: own('from'),
    fromText: own('fromString'),
    to: own('to'),
    toText: own('toString'),
  };
}
