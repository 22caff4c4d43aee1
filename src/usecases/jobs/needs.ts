import type { World } from '../ports/world';

/** What is reached for people who start work, watch it and steer it. The steps of the work itself reach whatever their feature does. */
export type Needs = Pick<World, 'jobs' | 'queue' | 'issues' | 'ledger' | 'rubrics' | 'roles'>;
