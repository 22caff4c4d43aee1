import type { Rubric } from '../rubric/schema/schema';

export type Right = Rubric['decisionRights']['overrideLane'];

/** Who somebody is in a project, as decision rights see it. */
export interface Standing {
  readonly accountId: string;
  /** Names of the project roles that the person has. */
  readonly roles: readonly string[];
  /** Names of those of which nobody knows whether the person has them, as Jira does not tell the app. */
  readonly unread?: readonly string[];
  /** May edit issues of the project at all. */
  readonly edits: boolean;
  /** Administers the project, and so may do and approve everything in it. */
  readonly administers: boolean;
}

/** What a person may do with an act, in words that a disabled button can carry. */
export type Verdict =
  | { readonly may: true; readonly approval: 'not needed' | 'needed' }
  | { readonly may: false; readonly why: string };

/** `owner`: the person owns what the act is about, a lane, and so decides alone. */
export function verdictOn(right: Right, who: Standing, owner: boolean): Verdict {
  if (owner || who.administers) return { may: true, approval: 'not needed' };
  const approver = named(right.approvers, who);
  if (!approver && !named(right, who) && right.roles.length + right.people.length > 0) {
    const unread = rolesNamed([right]).filter((role) => who.unread?.includes(role) === true);
    if (unread.length > 0) return { may: false, why: unreadWords(unread) };
    return { may: false, why: `By the decision rights only ${namesOf(right)} may do this.` };
  }
  if (!approver && !who.edits)
    return { may: false, why: 'You may not edit issues of this project.' };
  return { may: true, approval: approver || !asksFor(right) ? 'not needed' : 'needed' };
}

function unreadWords(roles: readonly string[]): string {
  return `Jira does not tell Ballast who has the role ${roles.join(' or ')}, so it cannot know whether you may do this. A project administrator can let the app administer the project, or name people in the decision rights.`;
}

/** Whoever is named as an approver, administers the project or owns the lane may answer, but never for themselves. */
export function mayApprove(right: Right, who: Standing, author: string, owner: boolean): boolean {
  return who.accountId !== author && (owner || who.administers || named(right.approvers, who));
}

/** Jira's own name of the role that administers a project. */
const ADMINISTRATORS = 'Administrators';

/** Who approves, in words: «Approvers or project administrators». Those named may be gone: whoever administers the project always may. */
export function approverWords({ approvers }: Right): string {
  if (approvers.roles.length + approvers.people.length === 0) return 'a project administrator';
  return approvers.roles.includes(ADMINISTRATORS)
    ? namesOf(approvers)
    : `${namesOf(approvers)} or project administrators`;
}

/** Roles and people that the right names, the roles by name. */
export function rolesNamed(rights: readonly Right[]): readonly string[] {
  return [...new Set(rights.flatMap(({ roles, approvers }) => [...roles, ...approvers.roles]))];
}

type Named = Pick<Right, 'roles' | 'people'>;

function asksFor({ approvers }: Right): boolean {
  return approvers.roles.length + approvers.people.length > 0;
}

function named({ roles, people }: Named, { accountId, roles: own }: Standing): boolean {
  return people.includes(accountId) || roles.some((role) => own.includes(role));
}

function namesOf({ roles, people }: Named): string {
  return [
    ...roles,
    ...(people.length === 0
      ? []
      : [people.length === 1 ? 'one named person' : `${people.length} named people`]),
  ].join(', ');
}
