import { useState } from 'react';
import type { StoreView } from '../../wire';
import { StoreBrowser } from './store-browser';
import { bytesInWords, wholeNumber } from './words';

export function StorageBox({ stores }: { readonly stores: readonly StoreView[] }) {
  const [open, setOpen] = useState<string | null | undefined>(undefined);
  return (
    <section className="box" aria-labelledby="storage">
      <h2 id="storage">Storage</h2>
      <ul className="stores">
        {stores.map(({ entity, count, bytes }) => (
          <li key={entity ?? ''}>
            <button
              type="button"
              aria-expanded={open === entity}
              disabled={count === 0}
              onClick={() => {
                setOpen(open === entity ? undefined : entity);
              }}
            >
              <code>{entity ?? 'plain keys'}</code>
            </button>
            <span className="quiet">
              {wholeNumber(count)} records · {bytesInWords(bytes)}
            </span>
            {open === entity ? <StoreBrowser key={entity} entity={entity} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
