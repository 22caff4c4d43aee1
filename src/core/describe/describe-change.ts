import type { Change, OverrideBecame, PostMortemState } from '../provenance/change';
import { counted } from '../text/wording';
import { describeBecause } from './describe-because';
import { describeOverride } from './describe-override';
import { describeRef } from './describe-ref';

/** A change as people read it: the lane from *stability* to *hot fix*, and why it is so now. */
export interface DescribedChange {
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly because?: string;
}

export function describeChange(change: Change): DescribedChange {
  switch (change.kind) {
    case 'lane':
    case 'horizon':
      return {
        what: change.kind,
        from: change.from,
        to: change.to,
        because: describeBecause(change.because),
      };
    case 'band':
      return { what: 'band', from: change.from, to: change.to };
    case 'score':
      return { what: 'score', from: asText(change.from), to: asText(change.to) };
    case 'override':
      return override(change);
    case 'flag':
      return done('flag', null, 'Impediment', change.refused);
    case 'assignee':
      return done('assignee', null, 'the owner of the lane hot fix', change.refused);
    case 'dueDate':
      return done('due date', change.from, change.to, change.refused);
    case 'evidenceLink':
      return linked(
        'evidence link',
        describeRef(change.ref),
        change.refused,
        `it was named as ${change.as === 'incident' ? 'an incident' : 'a support request'} that speaks for this issue`,
      );
    case 'evidenceRecorded':
      return {
        what: 'evidence',
        from: null,
        to: `${EVIDENCE[change.as]} ${describeRef(change.ref)}, ${change.state}`,
      };
    case 'actionLink':
      return linked('Link', describeRef(change.ref), change.refused);
    case 'capacity':
      return capacity(change);
    case 'affectedSegments':
      return {
        what: 'affected segments',
        from: null,
        to: change.segments
          .map(
            ({ name, customers }) =>
              `${name ?? 'without a segment'}: ${counted(customers, 'customer')}`,
          )
          .join(' · '),
      };
    case 'updateSent':
      return {
        what: 'customer update',
        from: null,
        to: `sent to ${change.to.length === 0 ? 'nobody' : change.to.map(({ ref }) => describeRef(ref)).join(', ')}`,
      };
    case 'updatePerhapsSent':
      return {
        what: 'customer update',
        from: null,
        to: `perhaps sent to ${describeRef(change.ref)}`,
        because: change.why,
      };
    case 'postMortem':
      return {
        what: 'Post-mortem',
        from: change.from === null ? null : state(change.from),
        to: state(change.to),
      };
    case 'preventiveAction': {
      const { action } = change;
      const to = action === null ? 'none' : `${describeRef(action.ref)}, due ${action.due}`;
      return { what: 'Preventive action', from: null, to };
    }
    case 'recurrence':
      return { what: 'Recurrence', from: null, to: describeRef(change.ref) };
    case 'technicalRisk':
      return { what: 'Technical risk', from: null, to: 'raised' };
    case 'recorded': {
      const { what, from, to, because } = change;
      return { what, from, to, ...(because !== undefined && { because }) };
    }
  }
}

const EVIDENCE: Readonly<Record<Extract<Change, { kind: 'evidenceRecorded' }>['as'], string>> = {
  incident: 'incident',
  support: 'support request',
  report: 'report',
  usage: 'usage figure',
};

/** Something that Jira lets Ballast set, or does not. */
function done(
  what: string,
  from: string | null,
  to: string,
  refused: string | undefined,
): DescribedChange {
  return refused === undefined
    ? { what, from, to }
    : { what, from: null, to: 'not set', because: refused };
}

function linked(
  what: string,
  name: string,
  refused: string | undefined,
  because?: string,
): DescribedChange {
  if (refused !== undefined)
    return { what, from: null, to: `not linked with ${name}`, because: refused };
  return { what, from: null, to: name, ...(because !== undefined && { because }) };
}

const WAITING = ', waiting for approval';

/** What it was before and came to, and why. */
const BECAME: Readonly<
  Record<OverrideBecame, (does: string, until: string) => Omit<DescribedChange, 'what'>>
> = {
  made: (does, until) => ({ from: null, to: `${does} until ${until}` }),
  'asked for': (does, until) => ({ from: null, to: `${does} until ${until}${WAITING}` }),
  approved: (does) => ({ from: does + WAITING, to: `${does}, approved` }),
  refused: (does) => ({ from: does + WAITING, to: `${does}, refused` }),
  'refused unasked': (does) => ({ from: null, to: `${does}, refused` }),
  'taken back': (does) => ({ from: does, to: 'taken back' }),
  ended: (does, until) => ({ from: does, to: 'ended', because: `it held until ${until}` }),
  lapsed: (does, until) => ({
    from: does + WAITING,
    to: 'lapsed unanswered',
    because: `it waited until ${until}`,
  }),
};

function override({ does, became, until }: Extract<Change, { kind: 'override' }>): DescribedChange {
  return { what: 'override', ...BECAME[became](describeOverride(does), until) };
}

function capacity({
  share,
  cap,
  pause,
  approvers,
}: Extract<Change, { kind: 'capacity' }>): DescribedChange {
  const percent = (part: number): string => `${Math.round(part * 100)} %`;
  const room =
    pause === null
      ? 'no strategic work is left that could pause'
      : `${describeRef(pause.ref)}, the least advanced strategic work, would pause`;
  return {
    what: 'capacity of hot fix',
    from: null,
    to: `${percent(share)}, over its cap of ${percent(cap)}`,
    because: `${room}; ${approvers} may decide that`,
  };
}

function state({ state: is, due }: PostMortemState): string {
  return due === undefined ? is : `${is}, due ${due}`;
}

function asText(score: number | null): string | null {
  return score === null ? null : String(score);
}
