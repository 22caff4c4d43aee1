import type { Cause } from '../provenance/cause';
import { describeMove, describeMovement } from './describe-movement';
import { describeOverride } from './describe-override';
import { describePostMortemEntry } from './describe-post-mortem-entry';
import { describeRef } from './describe-ref';

/** What brought a decision about, as part of a sentence. */
export function describeCause(cause: Cause): string {
  switch (cause.kind) {
    case 'firstScored':
      return 'scored for the first time';
    case 'rulesNow':
      return 'the rules place it there now';
    case 'timeOver':
      return 'its time is over';
    case 'unanswered':
      return 'nobody answered it in time';
    case 'moved':
      return describeMovement(cause.movement);
    case 'overridesEnded':
      return `the time of “${cause.overrides.map(describeOverride).join('” and “')}” is over`;
    case 'rated':
      return `votes: ${cause.moves.map(describeMove).join(', ')}`;
    case 'ratedOften':
      return 'votes: it was rated several times that day';
    case 'overridden':
      return 'overridden by a person';
    case 'approved':
      return 'approved by a person';
    case 'refused':
      return 'refused by a person';
    case 'takenBack':
      return 'taken back by a person';
    case 'approvalNeeded':
      return `asked for; ${cause.approvers} must approve`;
    case 'toldCustomers':
      return 'a person told the customers';
    case 'enteredHotFix':
      return 'it entered the lane hot fix';
    case 'cameInAsHotFix':
      return 'it came in while the issue is a hot fix';
    case 'worseIncident':
      return `a SEV${cause.severity} incident speaks for it now`;
    case 'postMortem':
      return describePostMortemEntry(cause.entry);
    case 'recorded':
      return cause.text;
    default:
      return describePostMortemCause(cause);
  }
}

type PostMortemCause = Extract<
  Cause,
  {
    kind:
      | 'resolved'
      | 'begun'
      | 'actionAsked'
      | 'noAction'
      | 'actionNotLinked'
      | 'recurred'
      | 'notPrevented';
  }
>;

function describePostMortemCause(cause: PostMortemCause): string {
  switch (cause.kind) {
    case 'resolved':
      return `${cause.key} was resolved after a SEV${cause.severity ?? ''} incident`;
    case 'begun':
      return 'somebody began it';
    case 'actionAsked':
      return 'the post-mortem asks for one';
    case 'noAction':
      return 'decided not to act';
    case 'actionNotLinked':
      return 'a preventive action was not linked with its fix';
    case 'recurred': {
      const actions = cause.actions.map(({ ref }) => describeRef(ref)).join(', ');
      return `${describeRef(cause.ref)} ${cause.reopened ? 'was opened again' : 'is the same again'} while ${actions} ${cause.actions.length === 1 ? 'is' : 'are'} open`;
    }
    case 'notPrevented':
      return `${describeRef(cause.ref)} is what this was to prevent: it ${cause.reopened ? 'was opened again' : 'came again'} while this is open`;
  }
}
