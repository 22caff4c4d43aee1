import type { ProductEvent } from '../protocol';

/** On whose behalf a change is made, and where its events go. */
export interface Actor {
  readonly accountId: string;
  /** The app makes it, in its own name or in a person's. */
  readonly byApp: boolean;
  readonly now: number;
  readonly emit: (event: ProductEvent) => void;
}
