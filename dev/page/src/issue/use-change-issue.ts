import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../jira/queries';
import { useNotices } from '../parts/notices';

/**
 * Runs a change and refreshes what it may have touched. Jira's refusal is shown as a notice, unless the caller says that it
 * shows it itself, where the person typed.
 */
export function useChange<T>(
  what: string,
  issueKey: string,
  run: (input: T) => Promise<unknown>,
  showsRefusal = false,
) {
  const client = useQueryClient();
  const notices = useNotices();
  return useMutation({
    mutationFn: run,
    onError: (error) => {
      if (!showsRefusal)
        notices.show({ type: 'error', title: `${what} was not saved`, description: error.message });
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.issue(issueKey) }),
        client.invalidateQueries({ queryKey: queryKeys.search }),
      ]);
    },
  });
}
