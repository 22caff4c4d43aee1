import { kvs } from '@forge/kvs';
import type { FieldInfo } from '../core/issue/issue-record';
import { NotKept } from '../usecases/ports/failures';
import type { SiteFields } from '../usecases/ports/world';
import { guarded } from './guarded';

const KEY = 'site-fields';
/** A deleted or renamed field is noticed after this long at the latest. */
const REMEMBERED_MS = 10 * 60_000;

interface Remembered {
  readonly at: number;
  readonly fields: readonly FieldInfo[];
}

/** Remembers the site's fields between invocations, so that a single event does not pay for the whole list. */
export function rememberedSiteFields(
  read: () => Promise<readonly FieldInfo[]>,
  now: () => Date,
): SiteFields {
  let remembered: readonly FieldInfo[] | null = null;
  return {
    async all() {
      remembered ??= await recall();
      return remembered;
    },
    async forget() {
      remembered = null;
      await guarded('forgetting the fields', () => kvs.delete(KEY));
    },
  };

  async function recall(): Promise<readonly FieldInfo[]> {
    const known = await guarded('reading the remembered fields', () => kvs.get<Remembered>(KEY));
    if (known && now().getTime() - known.at < REMEMBERED_MS) return known.fields;
    const fields = await read();
    await guarded('remembering the fields', () =>
      kvs.set(KEY, { at: now().getTime(), fields }),
    ).catch(forgone);
    return fields;
  }
}

/** Of a site with more fields than one record holds nothing is remembered: they are read anew each time. */
function forgone(failure: unknown): void {
  if (!(failure instanceof NotKept)) throw failure;
}
