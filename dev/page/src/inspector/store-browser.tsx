import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Failed, Loading } from '../parts/states';
import { useStoredRecord, useStoreKeys } from './queries';
import { bytesInWords, timeOfDay } from './words';

export function StoreBrowser({ entity }: { readonly entity: string | null }) {
  const [starts, setStarts] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const keys = useStoreKeys(entity, starts.at(-1) ?? null);
  if (keys.isPending) return <Loading what="keys" />;
  if (keys.isError)
    return <Failed what="The keys" error={keys.error} retry={() => void keys.refetch()} />;
  const { next } = keys.data;
  return (
    <div className="store">
      <ul>
        {keys.data.keys.map(({ key, bytes }) => (
          <li key={key}>
            <button
              type="button"
              aria-expanded={shown === key}
              onClick={() => {
                setShown(shown === key ? null : key);
              }}
            >
              {key}
            </button>
            <span className="quiet">{bytesInWords(bytes)}</span>
            {shown === key ? <Stored entity={entity} storedKey={key} /> : null}
          </li>
        ))}
      </ul>
      <span className="pager-buttons">
        <Button
          spacing="compact"
          isDisabled={starts.length === 0}
          onClick={() => {
            setStarts(starts.slice(0, -1));
          }}
        >
          Back
        </Button>
        <Button
          spacing="compact"
          isDisabled={next === null}
          onClick={() => {
            if (next !== null) setStarts([...starts, next]);
          }}
        >
          Next
        </Button>
      </span>
    </div>
  );
}

function Stored({
  entity,
  storedKey,
}: {
  readonly entity: string | null;
  readonly storedKey: string;
}) {
  const record = useStoredRecord(entity, storedKey);
  if (record.isPending) return <Loading what={storedKey} />;
  if (record.isError) return <Failed what={storedKey} error={record.error} />;
  return (
    <figure>
      <figcaption className="quiet">written at {timeOfDay(record.data.updatedAt)}</figcaption>
      <div className="stored" tabIndex={0} role="region" aria-label={`Record ${storedKey}`}>
        <pre>{JSON.stringify(record.data.value, null, 2)}</pre>
      </div>
    </figure>
  );
}
