import type { JSX } from 'react';
import { Loading } from '../components/loading';
import { RefusalNotice } from '../refusals/refusal-notice';
import type { Asked } from './use-answer';

interface Props<T> {
  readonly asked: Asked<T>;
  readonly loading: string;
  readonly children: (value: T) => JSX.Element;
}

/** The four states of a part that asks for itself: loading, failed, and what `children` makes of the answer, empty or not. */
export function Answered<T>({
  asked: { value, refusal, refusedAt, asking, again },
  loading,
  children,
}: Props<T>): JSX.Element {
  const notice = refusal && (
    <RefusalNotice refusal={refusal} refusedAt={refusedAt} asking={asking} again={again} />
  );
  if (value === undefined) return notice ?? <Loading>{loading}</Loading>;
  return (
    <>
      {notice}
      {children(value)}
    </>
  );
}
