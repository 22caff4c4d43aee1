import type { SenderId } from '../core/evidence-feeds/senders';
import type { ScopeAsk } from './asks';

export interface SetupContract {
  /** Whether fields, rights, rubric, evidence and connections are in order, each with what to do about it. Administrators only. */
  readonly 'setup.check': { readonly ask: ScopeAsk; readonly answer: SetupView };
  /** Repairs one of those, in the person's name. */
  readonly 'setup.repair': { readonly ask: SetupRepairAsk; readonly answer: SetupRepaired };
}

/** Everything that has to be in order for scores to come about and be seen. */
export interface SetupView {
  readonly checks: readonly SetupCheck[];
  /** ISO time. */
  readonly at: string;
}

export type SetupCheckId =
  | 'screens'
  | 'names'
  | 'rubric'
  | 'evidence'
  | 'app'
  | 'ledger'
  | 'events'
  | 'quota'
  | 'automation'
  | 'secret'
  | 'storage'
  | 'people';

export interface SetupCheck {
  readonly id: SetupCheckId;
  readonly title: string;
  /** `unknown`: it could not be looked at, by this person or at all; `says` tells why. */
  readonly state: 'ok' | 'attention' | 'unknown';
  /** One sentence. */
  readonly says: string;
  readonly details: readonly string[];
  readonly repair: SetupRepair | null;
}

/** `button`: Ballast does it when asked, `setup.repair` with the check's id. `secret`: `evidence.rotateSecret` does. `steps`: what a person does by hand. */
export type SetupRepair =
  | { readonly kind: 'button'; readonly label: string }
  | {
      readonly kind: 'secret';
      readonly label: string;
      /** Whether there is one already, which stops working a day later. */ readonly replaces: boolean;
      /** Where the tools send to; null where the platform does not give it. */
      readonly address: string | null;
      /** Every tool that signs in its own way, with the names of its connections. */
      readonly senders: readonly { readonly id: SenderId; readonly names: readonly string[] }[];
    }
  | {
      readonly kind: 'steps';
      readonly steps: readonly string[];
      /** A drawing that shows where to click. */
      readonly picture?: 'team-managed fields';
    };

export interface SetupRepairAsk extends ScopeAsk {
  readonly id: 'screens' | 'ledger' | 'storage';
}

export interface SetupRepaired {
  /** What was done, in words. */
  readonly done: string;
}
