import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { actionSetting } from '../../bridge';
import { NO_ANSWER } from '../../reply';
import { Loading } from '../../shared/components/loading';
import { RefusalNotice } from '../../shared/refusals/refusal-notice';
import { ActionConfig } from './action-config';
import { ACTION_FORMS } from './action-forms';

/** The form of the action with this key, filled with what the rule holds. */
export function ActionSurface({ moduleKey }: { readonly moduleKey: string }): JSX.Element {
  const { data, error, errorUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ['action'],
    queryFn: actionSetting,
    staleTime: Infinity,
    retry: false,
  });
  const form = ACTION_FORMS[moduleKey];
  if (error !== null || form === undefined)
    return (
      <RefusalNotice
        refusal={NO_ANSWER}
        refusedAt={errorUpdatedAt}
        asking={isFetching}
        again={() => void refetch()}
      />
    );
  return data === undefined ? (
    <Loading>Opening the action…</Loading>
  ) : (
    <ActionConfig form={form} setting={data} />
  );
}
