/** What every tab of the settings is given. */
export interface SettingsTabProps {
  /** Key of the project; null for the site. */
  readonly project: string | null;
}
