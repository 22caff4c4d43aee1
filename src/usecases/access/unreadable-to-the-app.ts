import { Declined } from '../ports/failures';

/**
 * For an issue that the person who asks sees and the app does not find: deleted it would be gone for both. Security levels rarely name
 * the role in which apps are.
 */
export function unreadableToTheApp(what: string): Declined {
  return new Declined(
    `Ballast may not read ${what}`,
    'Add the role atlassian-addons-project-access to its security level, or let apps into its project.',
  );
}
