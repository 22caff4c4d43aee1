import type { FieldInfo } from '../../core/issue/issue-record';
import type { ReadCatalogue } from '../evidence/propose-settings';
import type { Viewer, World } from '../ports/world';
import type { EvidenceSecret } from '../ports/evidence';
import type { AppRights, ProjectScreens } from '../ports/setup';
import type { Edition } from '../rubric/edition';

/** What one check came to. */
export interface Check {
  readonly id:
    | 'screens'
    | 'rubric'
    | 'evidence'
    | 'app'
    | 'ledger'
    | 'events'
    | 'quota'
    | 'automation'
    | 'secret';
  readonly title: string;
  readonly state: 'ok' | 'attention' | 'unknown';
  readonly says: string;
  readonly details: readonly string[];
  readonly repair: Repair | null;
}

export type Repair =
  | { readonly kind: 'button'; readonly label: string }
  | {
      readonly kind: 'secret';
      readonly label: string;
      readonly replaces: boolean;
      readonly pagerDuty: readonly string[];
    }
  | { readonly kind: 'steps'; readonly steps: readonly string[] };

/** Everything that checks look at, and who looks. */
export interface SetupDesk {
  readonly world: World;
  readonly viewer: Viewer;
  /** As the person. */
  readonly screens: ProjectScreens;
  /** As the app. */
  readonly appRights: AppRights;
  readonly secret: EvidenceSecret;
  readonly readCatalogue: ReadCatalogue;
  readonly now: Date;
}

/** What the checks of one scope share. */
export interface Looked {
  readonly project: string | null;
  /** Perhaps with problems: then nothing may be read from it but these. */
  readonly inForce: Edition;
  readonly fields: readonly FieldInfo[];
  /** Whether the person administers Jira. */
  readonly jiraAdmin: boolean;
}

type Found = Pick<Check, 'state' | 'says'> & Partial<Pick<Check, 'details' | 'repair'>>;

export function aCheck(
  id: Check['id'],
  title: string,
  { state, says, details = [], repair = null }: Found,
): Check {
  return { id, title, state, says, details, repair };
}

export const steps = (...all: readonly string[]): Repair => ({ kind: 'steps', steps: all });
