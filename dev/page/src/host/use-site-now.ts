import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readClock } from './host-api';

/** How far the site's clock is ahead of this machine's, in milliseconds; 0 until known. */
export function useClockAhead(): number {
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: async () => ({ ahead: (await readClock()).now - Date.now() }),
    staleTime: Infinity,
  });
  return clock.data?.ahead ?? 0;
}

/** The site's time, in milliseconds since the epoch, to the half minute. */
export function useSiteNow(): number {
  const ahead = useClockAhead();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 30_000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now + ahead;
}
