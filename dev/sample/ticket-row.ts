import type { CustomerId } from './customers';

/**
 * One request to support: who asks, how many days ago, what, and what became of it. `to` names the product work or incident it
 * was linked to; `sla` is `late` when the running agreement is breached, `was late` when it was; `csat` is 1–5 stars.
 */
export interface TicketRow {
  readonly who: CustomerId;
  readonly age: number;
  readonly title: string;
  readonly said?: string;
  readonly state: 'new' | 'asked' | 'escalated' | 'resolved' | 'closed';
  readonly to?: string;
  readonly sla?: 'late' | 'was late';
  readonly csat?: 1 | 2 | 3 | 4 | 5;
  readonly urgent?: true;
}
