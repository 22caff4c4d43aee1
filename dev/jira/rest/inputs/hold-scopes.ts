import { JiraError } from '../../jira-error';
import { documentedInputs, nameOf } from './documented';

/** Throws the 401 that an app gets whose manifest does not ask for what an operation needs, whoever it calls as. */
export function holdScopes(
  { method, pattern }: { readonly method: string; readonly pattern: string },
  granted: readonly string[] | undefined,
): void {
  if (granted === undefined) return;
  const { scopes = [], granular = [] } = documentedInputs(nameOf(method, pattern));
  const ways = [scopes, granular].filter((way) => way.length > 0);
  if (ways.length === 0 || ways.some((way) => way.every((scope) => granted.includes(scope))))
    return;
  throw new JiraError(401, ['Unauthorized; scope does not match']);
}
