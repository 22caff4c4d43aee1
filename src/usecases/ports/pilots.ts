import type { ProjectId } from '../../core/terms/project';

/** A project that is scored without anything being written to Jira, so that a team can look at it first. */
export interface PilotSetting {
  /** Account id of who began it. */
  readonly by: string;
  /** ISO time. */
  readonly since: string;
  readonly reason: string;
}

export interface Pilots {
  read(project: ProjectId): Promise<PilotSetting | null>;
  /** Those of these projects that are in a pilot. Strongly consistent. */
  among(projects: readonly ProjectId[]): Promise<ReadonlySet<ProjectId>>;
  begin(project: ProjectId, setting: PilotSetting): Promise<void>;
  end(project: ProjectId): Promise<void>;
}
