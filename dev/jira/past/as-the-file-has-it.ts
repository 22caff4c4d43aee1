import type { SnapshotIssue } from '../snapshot';

/** Counts the issues of which something may have been otherwise at a moment than anybody can tell. Every issue is shown to it. */
export function asTheFileHasIt(moment: number): {
  readonly see: (issue: SnapshotIssue) => void;
  /** Null where nothing was edited since. */
  readonly words: () => string | null;
} {
  let edited = 0;
  let withoutChangelog = 0;
  return {
    see({ updated, changelog = [] }) {
      if (updated === undefined || Date.parse(updated) <= moment) return;
      edited += 1;
      if (changelog.length === 0) withoutChangelog += 1;
    },
    words() {
      if (edited === 0) return null;
      const day = new Date(moment).toISOString().slice(0, 10);
      return [
        `${edited === 1 ? '1 issue was' : `${edited} issues were`} edited after ${day}: votes, watchers, parent and project are as the file has them, and so is what no changelog tells, such as a title`,
        ...(withoutChangelog === 0
          ? []
          : [
              `${withoutChangelog} of them without any changelog: priority, work type, due date, estimates, labels, components, versions, other fields and links too`,
            ]),
      ].join('; ');
    },
  };
}
