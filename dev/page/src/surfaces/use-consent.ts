import { useMemo, useRef, useState } from 'react';
import { giveConsent } from '../host/host-api';

export interface ConsentAsking {
  readonly isAsked: boolean;
  /** Every call of a surface that needs it waits for the one answer. */
  ask(): Promise<boolean>;
  answer(allows: boolean): void;
}

/** Jira's own question before an app acts in a person's name for the first time. */
export function useConsent(): ConsentAsking {
  const [isAsked, setIsAsked] = useState(false);
  const waiting = useRef<((allows: boolean) => void)[]>([]);
  return useMemo(
    () => ({
      isAsked,
      ask: () =>
        new Promise((resolve) => {
          waiting.current.push(resolve);
          setIsAsked(true);
        }),
      answer(allows) {
        const told = waiting.current.splice(0);
        setIsAsked(false);
        void (allows ? giveConsent() : Promise.resolve()).then(
          () => told.forEach((tell) => tell(allows)),
          () => told.forEach((tell) => tell(false)),
        );
      },
    }),
    [isAsked],
  );
}
