import type { SnapshotLink } from '../jira/snapshot';
import { incidents } from './incidents';
import { sampleIssueKey } from './issue-keys';
import { blocks, duplicates, relations } from './links';
import { tickets } from './tickets';

/** Every link of the sample: "source blocks destination", "source causes destination". */
export function sampleLinks(): SnapshotLink[] {
  const join = (
    typeName: string,
    pairs: readonly (readonly [string, string])[],
  ): Omit<SnapshotLink, 'id'>[] =>
    pairs.map(([source, destination]) => ({
      typeName,
      sourceKey: sampleIssueKey(source),
      destinationKey: sampleIssueKey(destination),
    }));
  const links = [
    ...join('Blocks', blocks),
    ...join('Duplicate', duplicates),
    ...join('Relates', relations),
    ...join(
      'Problem/Incident',
      incidents.flatMap(({ id, causedBy = [] }) => causedBy.map((cause) => [cause, id] as const)),
    ),
    ...join(
      'Relates',
      incidents.flatMap(({ id, relatesTo = [], followUps = [] }) =>
        [...relatesTo, ...followUps].map((other) => [id, other] as const),
      ),
    ),
    ...join(
      'Relates',
      tickets.flatMap(({ id, to }) => (to === undefined ? [] : [[id, to] as const])),
    ),
  ];
  return links.map((link, index) => ({ id: String(50_001 + index), ...link }));
}
