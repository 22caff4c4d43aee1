import { kvs } from '@forge/kvs';
import type { HealthNotes, Notes } from '../usecases/ports/world';
import { readPlain } from './batches';
import { guarded } from './guarded';

const PARTS = ['drained', 'reconciled', 'acted', 'failures'] as const;
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
