import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Faults, InspectorView, StoreKeys, StoredRecord } from '../../wire';
import { call } from '../jira/rest';

/** The page's own server speaks types that both sides compile against, so answers are not checked a second time. */
export function useInspector() {
  return useQuery({
    queryKey: ['inspector', 'view'],
    queryFn: async () => (await call('GET', '/__host/inspector')) as InspectorView,
    refetchInterval: 5000,
  });
}

export function useStoreKeys(entity: string | null, after: string | null) {
  const query = new URLSearchParams({
    ...(entity === null ? {} : { entity }),
    ...(after === null ? {} : { after }),
  });
  return useQuery({
    queryKey: ['storage', 'keys', entity, after],
    queryFn: async () =>
      (await call('GET', `/__host/storage/keys?${query.toString()}`)) as StoreKeys,
    placeholderData: keepPreviousData,
  });
}

export function useStoredRecord(entity: string | null, key: string) {
  const query = new URLSearchParams({ ...(entity === null ? {} : { entity }), key });
  return useQuery({
    queryKey: ['inspector', 'record', entity, key],
    queryFn: async () =>
      (await call('GET', `/__host/storage/record?${query.toString()}`)) as StoredRecord,
    retry: false,
  });
}

export function useSetFaults() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (faults: Faults) => call('PUT', '/__host/faults', faults),
    onSettled: () => client.invalidateQueries({ queryKey: ['inspector'] }),
  });
}

export function useCloseAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (accountId: string) => call('POST', '/__host/accounts/close', { accountId }),
    onSettled: () => client.invalidateQueries({ queryKey: ['inspector'] }),
  });
}

export function useAdvanceClock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ms: number) => call('POST', '/__host/clock/advance', { ms }),
    onSettled: () => client.invalidateQueries({ queryKey: ['clock'] }),
  });
}
