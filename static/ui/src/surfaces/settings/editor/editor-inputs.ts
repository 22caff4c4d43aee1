import type { SettingsStarts } from '../../../../../../src/contract/settings';
import type { SettingsInputs } from '../../../../../../src/contract/settings-inputs';

/** What the editor knows of the project, beside the draft itself. */
export interface EditorInputs {
  /** Key of the project; null for the site. */
  readonly project: string | null;
  /** Undefined while it is asked for, or when Jira refused: names can still be typed then. */
  readonly facts: SettingsInputs | undefined;
  readonly starts: SettingsStarts | undefined;
}
