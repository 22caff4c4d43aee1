import type { Criterion } from '../../rubric/schema/schema';

/** Where a criterion's value comes from, in words that stand without an issue: `field "Reach"`. */
export function sourceWords(signal: Criterion['signal']): string {
  switch (signal.kind) {
    case 'number':
    case 'option':
    case 'user':
    case 'count':
    case 'filled':
    case 'date':
      return named(signal.fields);
    case 'sla':
      return signal.fields === undefined ? 'service agreement' : named(signal.fields);
    case 'priority':
      return 'field "Priority"';
    case 'workType':
      return 'field "Work type"';
    case 'sprint':
      return 'field "Sprint"';
    case 'comments':
      return 'field "Comment"';
    case 'interest':
      return 'field "Votes"';
    case 'age':
      return 'field "Created"';
    case 'reopened':
    case 'timeInStatus':
      return 'history of changes';
    case 'rating':
      return 'vote in Ballast';
    default:
      return 'linked issue';
  }
}

function named(fields: readonly string[]): string {
  return `field ${fields.map((name) => `"${name}"`).join(' or ')}`;
}
