import type { Place } from '../provenance/place';
import type { Nothing, Revenue, Source } from '../provenance/source';
import { counted, whole } from '../text/wording';
import { longDay } from './long-day';
import { describeMoney, rounded } from './money';
import { describeWhy } from './describe-why';
import { describeAged, describeDisagreement, describePlace } from './describe-place';

/** A source as a person reads it: `key` is that of the issue it is about, which the text does not repeat. */
export interface DescribedSource {
  readonly text: string;
  readonly key?: string;
  /** ISO date of the fact, where it has one. */
  readonly at?: string;
}

const NOUNS = {
  incident: 'incident',
  support: 'support ticket',
  report: 'duplicate report',
  usage: 'usage figure',
} as const;

export function describeSource(source: Source): DescribedSource {
  return {
    text: words(source),
    ...('ref' in source && 'key' in source.ref && { key: source.ref.key }),
    ...('at' in source && { at: source.at }),
  };
}

function words(source: Source): string {
  switch (source.kind) {
    case 'incident':
      return `SEV${source.severity} ${NOUNS.incident}${source.assumed === true ? ' (severity assumed)' : ''}, ${piece(source)}`;
    case 'support':
    case 'report':
    case 'usage':
      return `${NOUNS[source.kind]}, ${piece(source)}`;
    case 'waits':
      return 'waits for this issue';
    case 'blocks':
      return 'blocks this issue';
    case 'linked':
      return 'linked to this issue';
    case 'ratings':
      return `${source.combine} of ${counted(source.count, 'vote')}`;
    case 'ratingCount':
      return counted(source.count, 'vote');
    case 'aged':
      return describeAged(source);
    case 'disagreement':
      return describeDisagreement(source);
    case 'more':
      return `and ${source.count} more`;
    case 'leftOut':
      return `${whole(source.count)} more of this kind left out: only those that matter most are read`;
    case 'summedUp':
      return `and ${counted(source.count, `older resolved ${NOUNS[source.of]}`)}, ${source.count === 1 ? '' : 'the latest '}on ${longDay(source.latest)}${source.uncounted === true ? ', which no longer count here' : ''}`;
    case 'held':
      return `${describeClamped(source.most, source.unit)}, the most that counts`;
    case 'assumed':
      return `assumed ${source.value}${source.unit === undefined ? '' : ` ${source.unit}`}: ${describeWhy(source.why)}`;
    case 'neutral':
      return `with ${source.inputs.map(({ name, value }) => `${name} ${value}`).join(', ')}`;
    case 'due':
      return 'due date';
    case 'breach':
      return 'agreed time passed';
    case 'openIncident':
      return `open SEV${source.severity} incident`;
    case 'ownScore':
      return `its own score is ${source.score}`;
    case 'reason':
      return `“${source.text}”`;
    case 'until':
      return `until ${source.day}`;
    case 'recorded':
      return source.text;
    default:
      return isPlace(source) ? describePlace(source) : describeNothing(source);
  }
}

/** At what an amount is held that would count for more. */
export function describeClamped(most: number, unit: string): string {
  return `held at ${most}${unit}`;
}

function isPlace(source: Place | Nothing): source is Place {
  return ['field', 'agreement', 'history', 'link', 'rating'].some((kind) => kind === source.kind);
}

function describeNothing(nothing: Nothing): string {
  switch (nothing.kind) {
    case 'noIncident':
      return 'no incident is linked';
    case 'incidentsOlder':
      return `the linked incidents are older than ${nothing.days} days`;
    case 'noCustomer':
      return 'no customer speaks for it';
    case 'noVoice':
      return `no ${nothing.of === 'support' ? 'support ticket' : 'duplicate'} is linked`;
    case 'noneWaits':
      return 'nothing waits for it';
    case 'noneBlocks':
      return 'nothing blocks it';
    case 'noLink':
      return 'no issue is linked in these words';
    case 'noRatings':
      return describeWhy({ kind: nothing.kind });
    case 'noAgreement':
      return describeWhy(nothing);
    case 'empty':
      return `${describePlace(nothing.place)} is empty`;
    case 'saysNone':
      return `${describePlace(nothing.place)} says none`;
  }
}

type EvidenceSource = Extract<Source, { kind: 'incident' | 'support' | 'report' | 'usage' }>;

function piece(source: EvidenceSource): string {
  const { ref, open, rating } = source;
  const notes = [
    ...('origin' in ref ? [ref.origin] : []),
    ...(rating === undefined ? [] : [`rated ${rating} of 5`]),
    ...('revenue' in source ? [describeRevenue(source.revenue)] : []),
  ];
  return `${open ? 'open' : 'closed'}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** `Acme, €1.2 M a year, weighs 3×` */
function describeRevenue({ customer, amount, currency, weighs }: Revenue): string {
  return [
    ...(customer === undefined ? [] : [customer]),
    `${describeMoney(amount, currency)} a year`,
    `weighs ${rounded(weighs, 2)}×`,
  ].join(', ');
}
