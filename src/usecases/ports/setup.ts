import type { ProjectId } from '../../core/terms/project';

/** The screens on which people see and edit the work items of a project; read and changed as the person, who must administer Jira. */
export interface ProjectScreens {
  /** @throws Forbidden unless the person administers Jira */
  of(project: ProjectId): Promise<ScreensOfProject>;
  /** Adds a field to the end of a tab; one that is on the screen already stays where it is. */
  add(screen: ScreenShown, fieldId: string): Promise<void>;
  /**
   * Has Jira offer fields in a project, which since 2026 those made by an app need not be from the start. False where this Jira knows
   * nothing of it, or lets nobody do it: then none has to be.
   */
  associate(project: ProjectId, fieldIds: readonly string[]): Promise<boolean>;
}

/** A team-managed project has no screens: its fields are added in its own settings, by hand. */
export type ScreensOfProject =
  | { readonly kind: 'team-managed' }
  | { readonly kind: 'company-managed'; readonly screens: readonly ScreenShown[] };

export interface ScreenShown {
  readonly id: number;
  readonly name: string;
  readonly firstTab: number | null;
  /** Ids of the fields on any of its tabs. */
  readonly fields: readonly string[];
}

/** Where this installation of the app is reached from outside. */
export interface OwnAddress {
  /** Address of the web trigger that takes evidence; null where the platform does not give it. */
  evidence(): Promise<string | null>;
}

/** What the app itself may do in a project. */
export interface AppRights {
  /** Those of these permission keys of Jira that the app lacks. */
  lacking(project: ProjectId, permissions: readonly string[]): Promise<readonly string[]>;
}

/** What storage did with a write of the trial: `done`, or status and code of its refusal. */
export type TrialAnswer = string;

/** How the storage of this site answers where its documentation leaves two ways open. */
export interface StorageTrial {
  /** ISO time. */
  readonly at: string;
  /** A first record under the condition that there is none. */
  readonly firstRecord: TrialAnswer;
  /** A write whose condition does not hold. */
  readonly failedCondition: TrialAnswer;
  /** A first record where there is one. */
  readonly existing: TrialAnswer;
  /** One key for an entity and a plain value, in one transaction. */
  readonly sameKey: TrialAnswer;
  /** An empty text as an attribute. */
  readonly emptyText: TrialAnswer;
}

/** Tries once what nobody can know of a site's storage before, and remembers it for whoever looks after the setup. */
export interface SiteStorage {
  /** Null before it was tried. */
  known(): Promise<StorageTrial | null>;
  tryOut(at: Date): Promise<StorageTrial>;
}
