import type { Place } from '../../provenance/place';
import type { Criterion } from '../../rubric/schema/schema';

/** Where a criterion's value comes from, whatever the issue. */
export function placeOf(signal: Criterion['signal']): Place {
  switch (signal.kind) {
    case 'number':
    case 'option':
    case 'user':
    case 'count':
    case 'filled':
    case 'date':
      return named(signal.fields);
    case 'sla':
      return signal.fields === undefined ? { kind: 'agreement' } : named(signal.fields);
    case 'priority':
      return named(['Priority']);
    case 'workType':
      return named(['Work type']);
    case 'sprint':
      return named(['Sprint']);
    case 'comments':
      return named(['Comment']);
    case 'interest':
      return named(['Votes']);
    case 'quiet':
      return named(['Updated']);
    case 'age':
      return named(['Created']);
    case 'reopened':
    case 'timeInStatus':
      return { kind: 'history' };
    case 'rating':
      return { kind: 'rating' };
    default:
      return { kind: 'link' };
  }
}

function named(names: readonly string[]): Place {
  return { kind: 'field', names };
}
