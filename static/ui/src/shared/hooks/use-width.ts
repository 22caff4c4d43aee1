import { useSyncExternalStore } from 'react';

/** How much of the table fits beside each other. */
export type Width = 'narrow' | 'medium' | 'wide';

const wide = matchMedia('(width >= 720px)');
const medium = matchMedia('(width >= 560px)');

/** The width of the frame that Jira gives the panel. */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () =>
    wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow',
  );
}

function subscribe(changed: () => void): () => void {
  for (const query of [wide, medium]) query.addEventListener('change', changed);
  return () => {
    for (const query of [wide, medium]) query.removeEventListener('change', changed);
  };
}
