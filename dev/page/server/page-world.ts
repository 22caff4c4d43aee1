import type { DevSite } from '../../dev-site';
import type { Person } from '../wire';

export interface PageWorld {
  /** The project's root: where manifest.yml and the built bundles are. */
  readonly root: string;
  readonly siteName: string;
  /** Key of the project to begin with; null for all. */
  readonly home: string | null;
  /** Whom one may work as; the first is the one to begin with. */
  readonly people: readonly [Person, ...Person[]];
  readonly dev: DevSite;
  /** Moves the clock ahead by so many milliseconds; absent for a clock that can't be moved. */
  readonly advance?: (ms: number) => void | Promise<void>;
}
