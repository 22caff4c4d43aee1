import { kvs } from '@forge/kvs';
import type { FieldInfo, WorkingTime } from '../core/issue/issue-record';
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

const WORKING_KEY = 'working-time';
/** Sites hardly ever change how long they work. */
const WORKING_REMEMBERED_MS = 24 * 60 * 60_000;

interface RememberedWorking {
  readonly at: number;
  readonly working: WorkingTime | null;
}

/** How the site is asked. */
interface Read {
  readonly fields: (working: WorkingTime | null) => Promise<readonly FieldInfo[]>;
  /** Null where the site does not say. */
  readonly workingTime: () => Promise<WorkingTime | null>;
}

/** Remembers the site's fields between invocations, so that a single event does not pay for the whole list. */
export function rememberedSiteFields(read: Read, now: () => Date): SiteFields {
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
    const fields = await read.fields(await workingTime());
    await guarded('remembering the fields', () =>
      kvs.set(KEY, { at: now().getTime(), fields }),
    ).catch(forgone);
    return fields;
  }

  async function workingTime(): Promise<WorkingTime | null> {
    const known = await guarded('reading the remembered working time', () =>
      kvs.get<RememberedWorking>(WORKING_KEY),
    );
    if (known && now().getTime() - known.at < WORKING_REMEMBERED_MS) return known.working;
    const working = await read.workingTime();
    await guarded('remembering the working time', () =>
      kvs.set(WORKING_KEY, { at: now().getTime(), working }),
    );
    return working;
  }
}

/** Of a site with more fields than one record holds nothing is remembered: they are read anew each time. */
function forgone(failure: unknown): void {
  if (!(failure instanceof NotKept)) throw failure;
}
