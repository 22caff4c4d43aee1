import type { Disagreement, Place } from '../provenance/place';
import { counted } from '../text/wording';

/** Where a value stands, in words that need no issue: `field "Reach"`. */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'field':
      return `field ${place.names.map((name) => `"${name}"`).join(' or ')}`;
    case 'agreement':
      return 'service agreement';
    case 'history':
      return 'history of changes';
    case 'link':
      return 'linked issue';
    case 'rating':
      return 'vote in Ballast';
  }
}

export function describeDisagreement({ count, lowest, highest }: Disagreement): string {
  return `${counted(count, 'vote')} from ${lowest} to ${highest}: they disagree strongly`;
}
