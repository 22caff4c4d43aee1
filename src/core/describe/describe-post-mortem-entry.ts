import type { Named, PostMortemEntry } from '../provenance/post-mortem-entry';
import { factorLabel } from '../terms/factor';
import { describeRef } from './describe-ref';

/** What was done to a post-mortem, as it follows after who did it. */
export function describePostMortemEntry(entry: PostMortemEntry): string {
  switch (entry.kind) {
    case 'opened':
      return entry.asked
        ? `opened the post-mortem: a SEV${entry.severity ?? ''} incident asks for one`
        : 'opened the post-mortem';
    case 'ownerNamed':
      return 'named an owner';
    case 'tookOver':
      return 'took the post-mortem over';
    case 'item':
      return `${entry.done} “${entry.text}”`;
    case 'factorAdded':
      return `added a contributing factor, ${factorLabel(entry.factor).toLowerCase()}: ${entry.text}`;
    case 'factorRemoved':
      return 'removed a contributing factor';
    case 'earlier':
      return describeEarlier(entry.issues);
    case 'noAction':
      return `decided not to act: ${entry.text}`;
    case 'noActionTakenBack':
      return 'took back the decision not to act';
    case 'reviewed':
      return 'reviewed it';
    case 'shared':
      return `shared it ${entry.how}`;
    case 'recorded':
      return entry.text;
    default:
      return describeConsequence(entry);
  }
}

type Consequence = Extract<
  PostMortemEntry,
  {
    kind:
      | 'actionCreated'
      | 'actionNotLinked'
      | 'actionDone'
      | 'actionReopened'
      | 'worse'
      | 'tookIn'
      | 'recurred';
  }
>;

/** What became of its actions and incidents. */
function describeConsequence(entry: Consequence): string {
  switch (entry.kind) {
    case 'actionCreated':
      return `created a preventive action: ${describeRef(entry.ref)}, due ${entry.due}`;
    case 'actionNotLinked':
      return `could not link ${describeRef(entry.ref)} with ${describeRef(entry.fix.ref)}: ${entry.refused}`;
    case 'actionDone':
      return `${describeRef(entry.ref)} was done ${entry.late === null ? 'in time' : `after its due date, ${entry.late}`}`;
    case 'actionReopened':
      return `${describeRef(entry.ref)} was reopened`;
    case 'worse':
      return `it is about a SEV${entry.severity ?? ''} incident now${until(entry.due)}`;
    case 'tookIn': {
      const came = `${listed(entry.incidents)} had to be fixed here too`;
      return entry.again
        ? `opened the post-mortem again${until(entry.due)}: ${came}, so that what was ticked and reviewed has to be looked at once more`
        : `took in what was linked since${until(entry.due)}: ${came}`;
    }
    case 'recurred': {
      const [are, those] =
        entry.actions.length === 1 ? ['is', 'that action'] : ['are', 'those actions'];
      return `${describeRef(entry.ref)} ${entry.reopened ? 'was opened again' : 'is the same again'} while ${listed(entry.actions)} ${are} open: the technical risk of ${those} rises`;
    }
  }
}

function describeEarlier(issues: readonly Named[] | null): string {
  if (issues === null) return 'looks again whether it happened before';
  return issues.length === 0
    ? 'found that it never happened before'
    : `found that it happened before: ${listed(issues)}`;
}

function listed(issues: readonly Named[]): string {
  return issues.map(({ ref }) => describeRef(ref)).join(', ');
}

function until(due: string | null): string {
  return due === null ? '' : `, due ${due}`;
}
