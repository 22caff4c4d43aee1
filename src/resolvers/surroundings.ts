import type { Project } from '../core/terms/project';
import type { z } from 'zod';
import type { ReadCatalogue } from '../usecases/evidence/propose-settings';
import type { EvidenceSecret } from '../usecases/ports/evidence';
import type { IssueEdits } from '../usecases/ports/issue-edits';
import type { Naming } from '../usecases/ports/people';
import type { People } from '../usecases/ports/people';
import type { PersonsJira } from '../usecases/ports/post-mortem';
import type { Drafts, Proposals } from '../usecases/ports/settings';
import type { AppRights, OwnAddress, ProjectScreens, SiteStorage } from '../usecases/ports/setup';
import type { Viewer, World } from '../usecases/ports/world';

/** What the composition root gives for one invocation: adapters made anew, since a warm process serves several sites. */
export interface Surroundings {
  readonly world: World;
  /** Asks Jira as the person in front of the screen. */
  readonly viewer: Viewer;
  readonly people: People;
  /** Edits issues as that person. */
  readonly edits: IssueEdits;
  /** Does in Jira what the person asked for, in that person's name. */
  readonly jira: PersonsJira;
  readonly naming: Naming;
  /** The project's screens, as that person. */
  readonly screens: ProjectScreens;
  /** What the app itself may do. */
  readonly appRights: AppRights;
  readonly siteStorage: SiteStorage;
  readonly drafts: Drafts;
  readonly proposals: Proposals;
  readonly secret: EvidenceSecret;
  readonly address: OwnAddress;
  /** 256 random bits in hexadecimal digits. */
  readonly newSecret: () => string;
  readonly readCatalogue: ReadCatalogue;
  readonly now: Date;
}

/** What every handler gets beside the payload: the surroundings, and who asks. A use case declares which parts it takes. */
export interface AskContext extends Surroundings {
  /** Account id of the person who asks. */
  readonly me: string;
  /** The project of a key that this person wrote, asked once. @throws Gone when they may not see it */
  readonly projectOf: (key: string) => Promise<Project>;
}

/** Answers one question; `ask` is what it reads its payload with. */
export interface Handler<Answer> {
  (payload: unknown, context: AskContext): Promise<Answer>;
  readonly ask: z.ZodType;
}

/** One handler a question of a feature's contract. */
export type Handlers<Questions> = {
  readonly [Q in keyof Questions]: Handler<
    Questions[Q] extends { readonly answer: infer Answer } ? Answer : never
  >;
};
