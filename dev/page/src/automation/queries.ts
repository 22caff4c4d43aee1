import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Rule } from '../../../automation/rule';
import type { AutomationView, OutsideReply } from '../../wire';
import { call } from '../jira/rest';

const scope = ['automation'] as const;

/** The page's own server speaks types that both sides compile against, so answers are not checked a second time. */
export function useAutomation() {
  return useQuery({
    queryKey: scope,
    queryFn: async () => (await call('GET', '/__host/automation')) as AutomationView,
  });
}

export function useSaveRule() {
  return useChanging((rule: Rule) => call('PUT', '/__host/automation/rules', rule));
}

export function useRemoveRule() {
  return useChanging((id: string) =>
    call('DELETE', `/__host/automation/rules/${encodeURIComponent(id)}`),
  );
}

export function useRunRule() {
  return useChanging(
    ({ id, issueKey }: { readonly id: string; readonly issueKey: string | null }) =>
      call('POST', `/__host/automation/rules/${encodeURIComponent(id)}/run`, { issueKey }),
  );
}

export function useOutsideTool() {
  return useMutation({
    mutationFn: async (happening: {
      readonly tool: string;
      readonly happening: string;
      readonly issueKey: string;
    }) => (await call('POST', '/__host/outside', happening)) as OutsideReply,
  });
}

function useChanging<T>(change: (what: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      client.setQueryData(scope, view);
    },
  });
}
