import { kvs } from '@forge/kvs';
import type { HealthNotes, Notes } from '../usecases/ports/world';
import { readPlain } from './batches';
import { guarded } from './guarded';

/** One that is missing here does not compile: it would be written nowhere. */
const EVERY_PART: Readonly<Record<keyof HealthNotes, true>> = {
  drained: true,
  reconciled: true,
  acted: true,
  reported: true,
  projects: true,
  installed: true,
  removed: true,
  failures: true,
};
const PARTS = Object.keys(EVERY_PART) as (keyof HealthNotes)[];
const keyOf = (part: keyof HealthNotes): string => `health:${part}`;

/** Each part under a key of its own, so that those who write different parts do not undo each other. */
export function kvsNotes(): Notes {
  return {
    async read() {
      const found = await readPlain<unknown>('reading how it goes', PARTS.map(keyOf));
      return Object.fromEntries(
        PARTS.flatMap((part) => (found.has(keyOf(part)) ? [[part, found.get(keyOf(part))]] : [])),
      );
    },
    async write(notes) {
      for (const part of PARTS) {
        const value = notes[part];
        if (value !== undefined)
          await guarded('noting how it goes', () => kvs.set(keyOf(part), value));
      }
    },
  };
}
