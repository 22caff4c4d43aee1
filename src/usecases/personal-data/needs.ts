import type { World } from '../ports/world';

export type Needs = Pick<
  World,
  'jobs' | 'queue' | 'notes' | 'storedPeople' | 'accountReports' | 'random' | 'clock'
>;
