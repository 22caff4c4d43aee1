/** An issue of this site. */
export interface IssueRef {
  readonly key: string;
}

/** Evidence that another tool told of: `id` names tool and piece, `origin` says both as people read it. */
export interface OutsideRef {
  readonly id: string;
  readonly origin?: string;
}

/** Something that whoever reads may not see. */
export interface HiddenRef {
  readonly hidden: true;
}

/**
 * What else is spoken of. Wherever data names another issue or a piece of evidence it stands as a member called `ref`, whatever the
 * kind: so that what a person may not see is found by that name alone, in kinds that do not exist yet as well.
 */
export type Ref = IssueRef | OutsideRef | HiddenRef;

/** Every reference in some data, however deep, each time that it occurs; hidden ones are none. */
export function refsIn(data: unknown): readonly (IssueRef | OutsideRef)[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(refsIn);
  return Object.entries(data).flatMap(([name, member]) =>
    name === 'ref' ? shownRef(member as Ref | null) : refsIn(member),
  );
}

function shownRef(ref: Ref | null): readonly (IssueRef | OutsideRef)[] {
  return ref === null || 'hidden' in ref ? [] : [ref];
}
