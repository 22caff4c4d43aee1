import type { CalibrationContract } from './contract/calibration';
import type { CustomerUpdateContract } from './contract/customer-update';
import type { CustomersContract } from './contract/customers';
import type { DecisionsContract } from './contract/decisions';
import type { DraftsContract } from './contract/drafts';
import type { EvidenceContract } from './contract/evidence';
import type { FollowThroughContract } from './contract/follow-through';
import type { HealthContract } from './contract/health';
import type { JobsContract } from './contract/jobs';
import type { LaneContract } from './contract/lane';
import type { OverCapContract } from './contract/over-cap';
import type { OverridesContract } from './contract/overrides';
import type { PersonalDataContract } from './contract/personal-data';
import type { PilotContract } from './contract/pilot';
import type { PostMortemContract } from './contract/post-mortem';
import type { PreviewContract } from './contract/preview';
import type { PublicationContract } from './contract/publication';
import type { QuestionContract } from './contract/question';
import type { ScoreContract } from './contract/score';
import type { SettingsContract } from './contract/settings';
import type { SettingsInputsContract } from './contract/settings-inputs';
import type { SetupContract } from './contract/setup';
import type { VersionsContract } from './contract/versions';
import type { VotesContract } from './contract/votes';

/**
 * What the UI may ask and what it gets: the one type that resolvers and UI both compile against. Each feature declares its own
 * questions; here they are only joined. Every answer is a `Reply`: refusals are values with words for people, never bare exceptions.
 */
export interface Contract
  extends
    ScoreContract,
    QuestionContract,
    VotesContract,
    LaneContract,
    OverridesContract,
    FollowThroughContract,
    OverCapContract,
    CustomerUpdateContract,
    DecisionsContract,
    PostMortemContract,
    EvidenceContract,
    PreviewContract,
    JobsContract,
    CalibrationContract,
    PilotContract,
    SetupContract,
    PersonalDataContract,
    CustomersContract,
    HealthContract,
    SettingsContract,
    SettingsInputsContract,
    DraftsContract,
    PublicationContract,
    VersionsContract {}

export type Question = keyof Contract;

export type Ask<Q extends Question> = Contract[Q]['ask'];

export type Answer<Q extends Question> = Contract[Q]['answer'];

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export interface Refusal {
  readonly kind: 'forbidden' | 'gone' | 'limited' | 'invalid' | 'failed';
  /** What happened, to what. */
  readonly what: string;
  /** What the person can do about it. */
  readonly advice: string;
  /** Seconds to wait, when limited. */
  readonly retryAfter?: number;
}
