import Button from '@atlaskit/button/new';
import { format } from 'date-fns';
import { useSiteNow } from '../host/use-site-now';
import { readClock } from '../host/host-api';
import { useQuery } from '@tanstack/react-query';
import { useAdvanceClock } from './queries';

const hour = 3_600_000;
const steps = [
  ['1 hour', hour],
  ['1 day', 24 * hour],
  ['7 days', 7 * 24 * hour],
] as const;

export function ClockBox() {
  const now = useSiteNow();
  const clock = useQuery({ queryKey: ['clock', 'mode'], queryFn: readClock, staleTime: Infinity });
  const advance = useAdvanceClock();
  return (
    <div className="clock" role="group" aria-label="Clock of the site">
      <time dateTime={new Date(now).toISOString()}>{format(now, 'EEE d MMM yyyy, HH:mm')}</time>
      <span className="quiet">
        {clock.data?.mode === 'real' ? 'the time of this machine' : 'the site’s own time'}
      </span>
      {clock.data === undefined || clock.data.mode === 'real'
        ? null
        : steps.map(([name, ms]) => (
            <Button
              key={name}
              spacing="compact"
              isDisabled={advance.isPending}
              onClick={() => {
                advance.mutate(ms);
              }}
            >
              +{name}
            </Button>
          ))}
      {advance.isError ? (
        <span className="problem" role="alert">
          {advance.error.message}
        </span>
      ) : null}
    </div>
  );
}
