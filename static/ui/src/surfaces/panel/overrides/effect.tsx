import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { FaceView, OverrideRequest } from '../../../../../../src/contract/overrides';
import { ask } from '../../../bridge';
import { headline } from '../../../shared/text/format-number';
import styles from './override.module.css';

/** What the override would do, worked out by the backend without writing anything; silent while it is incomplete. */
export function Effect({
  issueId,
  request,
}: {
  readonly issueId: string;
  readonly request: OverrideRequest | null;
}): JSX.Element | null {
  const { data } = useQuery({
    queryKey: ['override.preview', issueId, request],
    queryFn: () => (request === null ? null : ask('override.preview', { issueId, wish: request })),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  });
  if (request === null || data === undefined || data === null) return null;
  const moves = movesOf(data.before, data.after);
  return (
    <p className={styles.effect} role="status">
      <strong>Effect:</strong> {moves.length === 0 ? 'nothing would change.' : moves.join(' · ')}
    </p>
  );
}

function movesOf(before: FaceView, after: FaceView): readonly string[] {
  const score = (value: number | null): string => (value === null ? 'none' : headline(value));
  const pairs = [
    ['score', score(before.score), score(after.score)],
    ['band', before.band, after.band],
    ['lane', before.lane, after.lane],
    ['horizon', before.horizon, after.horizon],
  ] as const;
  const moves = pairs.flatMap(([what, from, to]) =>
    from === to ? [] : [`${what} ${from ?? 'none'} → ${to ?? 'none'}`],
  );
  // Of work that is not for now anyway, pausing moves nothing else.
  return before.paused === after.paused
    ? moves
    : [...moves, after.paused ? 'it is marked as paused' : 'it is no longer paused'];
}
