import { ask } from '../../../../bridge';
import { useAnswer } from '../../../../shared/questions/use-answer';
import { visibleText } from '../../../../shared/text/visible-text';

export interface PersonOption {
  readonly value: string;
  readonly label: string;
}

/** Those already chosen with their names, and how to find more; who Jira does not name is shown by the account. */
export function usePeopleSearch(
  project: string | null,
  chosen: readonly string[],
): {
  readonly options: readonly PersonOption[];
  readonly find: (query: string) => Promise<PersonOption[]>;
} {
  const known = useAnswer('settings.people', {
    project,
    query: '',
    ids: chosen.slice(0, 100),
  }).value;
  const names = new Map(known?.named.map(({ accountId, name }) => [accountId, name]));
  return {
    options: chosen.map((accountId) => ({
      value: accountId,
      label: visibleText(names.get(accountId) ?? accountId),
    })),
    find: async (query) => {
      const { found } = await ask('settings.people', { project, query, ids: [] });
      return found.map(({ accountId, name }) => ({
        value: accountId,
        label: visibleText(name ?? accountId),
      }));
    },
  };
}
