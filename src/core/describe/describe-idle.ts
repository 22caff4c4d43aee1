import type { Idle } from '../provenance/idle';

/** Why an override has no effect, as part of a sentence. */
export function describeIdle(idle: Idle): string {
  switch (idle.kind) {
    case 'waits':
      return 'it waits for approval';
    case 'replaced':
      return 'a newer override of the same kind replaces it';
    case 'approvedByAuthor':
      return 'nobody but its author approved it';
    case 'endsBeforeItBegins':
      return `it ends on ${idle.until}, before it begins`;
    case 'unanswered':
      return `nobody answered it by ${idle.until}, its last day`;
    case 'ended':
      return `it ended on ${idle.until}`;
    case 'refused':
      return `it was refused on ${idle.at}`;
    case 'begins':
      return `it begins on ${idle.at}`;
    case 'unreadable':
      return `it cannot be read: ${idle.problems.map(({ path, problem }) => `${path} ${problem}`.trim()).join('; ')}`;
  }
}
