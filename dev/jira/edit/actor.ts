import type { ProductEvent } from '../protocol';

/** On whose behalf a change is made, and where its events go. */
export interface Actor {
  readonly accountId: string;
  readonly isApp: boolean;
  readonly now: number;
  readonly emit: (event: ProductEvent) => void;
}
