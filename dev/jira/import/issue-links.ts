import type { z } from 'zod';
import type { SnapshotStub } from '../snapshot';
import type * as shapes from './issue-shapes';
import type { ParsedLink } from './parsed-issue';

type IssueLinks = z.infer<typeof shapes.issueLinks>;

/**
 * The links of an issue with their direction settled: an `outwardIssue` is the destination ("this blocks it"), an
 * `inwardIssue` the source ("this is blocked by it").
 */
export function readLinks(
  key: string,
  list: IssueLinks,
  warn: (reason: string) => void,
): { links: ParsedLink[]; stubs: SnapshotStub[] } {
  const links: ParsedLink[] = [];
  const stubs: SnapshotStub[] = [];
  for (const { id, type, inwardIssue, outwardIssue } of list) {
    const other = outwardIssue ?? inwardIssue;
    if (!other || other.key === key) {
      warn(
        `a "${type.name}" link ${other ? 'to the issue itself' : 'without its other end'} is left out`,
      );
      continue;
    }
    const [sourceKey, destinationKey] = outwardIssue ? [key, other.key] : [other.key, key];
    links.push({
      link: { ...(id ? { id } : {}), typeName: type.name, sourceKey, destinationKey },
      type: {
        name: type.name,
        ...(type.id ? { id: type.id } : {}),
        ...(type.inward ? { inward: type.inward } : {}),
        ...(type.outward ? { outward: type.outward } : {}),
      },
    });
    stubs.push(asStub(other));
  }
  return { links, stubs };
}

function asStub({ id, key, fields }: shapes.LinkedIssue): SnapshotStub {
  return {
    key,
    ...(id ? { id } : {}),
    ...(fields?.summary ? { summary: fields.summary } : {}),
    ...(fields?.issuetype?.name ? { typeName: fields.issuetype.name } : {}),
    ...(fields?.status?.name ? { statusName: fields.status.name } : {}),
    ...(fields?.priority?.name ? { priority: fields.priority.name } : {}),
  };
}
