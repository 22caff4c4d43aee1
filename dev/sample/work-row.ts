import type { Login } from './people';

export type PriorityName = 'Highest' | 'High' | 'Medium' | 'Low' | 'Lowest';
export type Goal =
  | 'Paid five days sooner'
  | 'Ready for groups'
  | 'E-invoicing in time'
  | 'Live within an hour'
  | 'Never down at month end';
export type Area =
  | 'Invoices'
  | 'Payments'
  | 'Payouts'
  | 'Ledger'
  | 'Reminders'
  | 'Integrations'
  | 'API'
  | 'Sign-in'
  | 'Reports'
  | 'Onboarding'
  | 'Platform';
export type Release = '5.2' | '5.3' | '5.4' | '6.0';

/**
 * One issue of the product project. Days count from the sample's today: `age` and `done` backwards, `due` forwards. What a row
 * leaves out stays empty in Jira, as it does in a real backlog.
 */
export interface WorkRow {
  /** By which links and comments speak of it; keys are given by age. */
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly area: Area;
  readonly age: number;
  readonly by: Login;
  readonly who?: Login;
  readonly status?: 'Selected' | 'In Progress' | 'In Review' | 'Done';
  readonly done?: number;
  /** How many days ago it was opened again after it had been done. */
  readonly reopened?: number;
  readonly resolution?: 'Done' | "Won't Do" | 'Duplicate' | 'Cannot Reproduce';
  readonly priority?: PriorityName;
  readonly priorityWas?: PriorityName;
  readonly points?: number;
  /** Before it grew. */
  readonly pointsWas?: number;
  /** 0–100, as the product council gave it. */
  readonly value?: number;
  readonly goal?: Goal;
  readonly due?: number;
  readonly epic?: string;
  readonly sprint?: 41 | 42 | 43;
  readonly release?: Release;
  readonly votes?: number;
  readonly watches?: number;
  readonly labels?: readonly string[];
  readonly flagged?: true;
}
