import type { Aged, Disagreement, Place } from '../provenance/place';
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

export function describeAged({ days, share }: Aged): string {
  return `issue untouched for ${timeOf(days)}: counts ${share} %`;
}

/** In the largest unit of which there are two, so that it says no more than anybody wants to know. */
export function timeOf(days: number): string {
  if (days >= 730) return counted(Math.floor(days / 365), 'year');
  if (days >= 60) return counted(Math.floor(days / 30), 'month');
  return counted(days, 'day');
}

export function describeDisagreement({ count, lowest, highest }: Disagreement): string {
  return `${counted(count, 'vote')} from ${lowest} to ${highest}: they disagree strongly`;
}
