import type { Why } from '../provenance/why';
import { describeAged, describeDisagreement, describePlace } from './describe-place';

/** Why an input counts for nothing yet, as part of a sentence. */
export function describeWhy(why: Why): string {
  switch (why.kind) {
    case 'notFilled':
      return 'nobody filled it';
    case 'notGiven':
      return 'nobody gave it';
    case 'notRead':
      return 'not read since the rubric asks for it';
    case 'noNumber':
      return 'it holds no number';
    case 'noDate':
      return 'it holds no date';
    case 'noCreated':
      return 'it is not known when it was created';
    case 'notEstimated':
      return 'nobody estimated it';
    case 'noEffortField':
      return 'this site has no field for it';
    case 'noRatings':
      return 'nobody voted';
    case 'ratingsLapsed':
      return 'every vote has expired or is off the scale';
    case 'ratingsHidden':
      return 'the ratings of others stay hidden until you give yours';
    case 'noAgreement':
      return why.why ?? 'no agreement runs';
    case 'noPlace':
      return `this site has no ${describePlace(why.place)}`;
    case 'noEffort':
      return `"${why.field}" holds no effort`;
    case 'notInTable':
      return `"${why.given}" is not in the rubric's table`;
    case 'refused':
      return why.says ?? `the ${why.curve} curve cannot read it`;
    case 'unreadable':
      return why.says;
    case 'aged':
      return describeAged(why);
    case 'disagreement':
      return describeDisagreement(why);
  }
}
