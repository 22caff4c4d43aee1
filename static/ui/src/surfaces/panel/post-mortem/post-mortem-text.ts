import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { dayNumberOf } from '../../../../../../src/core/time/utc-day';
import { dayOf } from '../../../shared/text/ago';
import { shorten, visibleText } from '../../../shared/text/visible-text';

/** What doing an item means, for the one button that leads on. */
const STEPS: Readonly<Record<string, string>> = {
  owner: 'Name an owner',
  impact: 'Confirm the impact',
  timeline: 'Check the timeline',
  detection: 'Say how it was noticed',
  factors: 'Name what contributed',
  recurrence: 'Look whether it happened before',
  actions: 'Decide what to change',
  review: 'Review it',
  shared: 'Share it',
};

/** An item that a project added says itself what to do. */
export function stepText({ id, text }: { readonly id: string; readonly text: string }): string {
  return STEPS[id] ?? shorten(visibleText(text), 80);
}

/** `due in 2 days`, `due today`, `2 days overdue`. Days are counted by UTC, as they were given. */
export function dueText(due: string, today: string): string {
  const days = (dayNumberOf(due) ?? 0) - (dayNumberOf(today) ?? 0);
  if (days === 0) return 'due today';
  const span = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `due in ${span}` : `${span} overdue`;
}

export function isOverdue(due: string | null, today: string): boolean {
  return due !== null && due < today;
}

export function nameOf(
  accountId: string | null | undefined,
  { people, me }: Pick<PostMortemView, 'people' | 'me'>,
): string {
  if (accountId === null || accountId === undefined) return 'nobody';
  if (accountId === '') return 'Ballast';
  return accountId === me
    ? 'you'
    : Object.hasOwn(people, accountId)
      ? (people[accountId] ?? 'somebody')
      : 'somebody';
}

/** `you, 17 Nov 2026`. */
export function signedBy(
  { by, at }: { readonly by: string; readonly at: string },
  view: Pick<PostMortemView, 'people' | 'me'>,
): string {
  return `${nameOf(by, view)}, ${dayOf(at) ?? at}`;
}
