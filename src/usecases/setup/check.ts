import type { ProjectId } from '../../core/terms/project';
import type { SetupCheck, SetupRepair } from '../../contract/setup';
import type { FieldInfo } from '../../core/issue/issue-record';
import type { PersonsSearch } from '../jobs/issues-found';
import type { ReadCatalogue } from '../evidence/propose-settings';
import type { Viewer } from '../ports/world';
import type { EvidenceSecret } from '../ports/evidence';
import type { AppRights, OwnAddress, ProjectScreens, SiteStorage } from '../ports/setup';
import type { Edition } from '../rubric/edition';
import type { Needs } from './needs';

/** Everything that checks look at, and who looks. */
export interface SetupContext {
  readonly world: Needs;
  readonly viewer: Viewer;
  /** Searches as the person. */
  readonly jira: { readonly issues: PersonsSearch };
  /** As the person. */
  readonly screens: ProjectScreens;
  /** As the app. */
  readonly appRights: AppRights;
  readonly siteStorage: SiteStorage;
  readonly secret: EvidenceSecret;
  readonly address: OwnAddress;
  readonly readCatalogue: ReadCatalogue;
  readonly now: Date;
}

/** What the checks of one scope share. */
export interface Looked {
  readonly project: ProjectId | null;
  /** Perhaps with problems: then nothing may be read from it but these. */
  readonly inForce: Edition;
  readonly fields: readonly FieldInfo[];
  /** Whether the person administers Jira. */
  readonly jiraAdmin: boolean;
}

type Found = Pick<SetupCheck, 'state' | 'says'> & Partial<Pick<SetupCheck, 'details' | 'repair'>>;

export function aCheck(
  id: SetupCheck['id'],
  title: string,
  { state, says, details = [], repair = null }: Found,
): SetupCheck {
  return { id, title, state, says, details, repair };
}

export const steps = (
  ...all: readonly string[]
): Extract<SetupRepair, { readonly kind: 'steps' }> => ({ kind: 'steps', steps: all });
