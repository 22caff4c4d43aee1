import type { Project } from './issue';

export interface ScreenTab {
  readonly id: number;
  readonly name: string;
  /** Ids of fields, in order. */
  readonly fields: string[];
}

export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly tabs: readonly ScreenTab[];
}

/** Which screens the work items of a project have; as in a company-managed software project, bugs have a screen of their own. */
export interface ProjectScreens {
  readonly project: Project;
  /** Of the scheme that says by work type which screens are used. */
  readonly schemeId: string;
  readonly mappings: readonly { readonly issueTypeId: string; readonly screenSchemeId: string }[];
  readonly screenSchemes: readonly {
    readonly id: number;
    readonly name: string;
    readonly screen: Screen;
  }[];
}
