import { format, formatDistance } from 'date-fns';
import { useSiteNow } from '../host/use-site-now';

/** A moment as people say it, by the site's own clock; the full date on hover and to screen readers' time element. */
export function When({ iso }: { readonly iso: string }) {
  const now = useSiteNow();
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return <span>{iso}</span>;
  return (
    <time
      className="quiet"
      dateTime={date.toISOString()}
      title={format(date, 'd MMMM yyyy, HH:mm')}
    >
      {formatDistance(date, Math.max(now, date.getTime()), { addSuffix: true })}
    </time>
  );
}
