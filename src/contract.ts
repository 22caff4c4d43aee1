import type { DecisionLog, History } from './contract/decisions';
import type {
  EvidenceDetection,
  NewEvidenceSecret,
  PagerDutyConnect,
  PagerDutyConnections,
} from './contract/evidence';
import type { HealthView } from './contract/health';
import type { JobStart, JobView, LeftView, RubricCost, ScopeAsk } from './contract/jobs';
import type { Change as PostMortemChange } from './core/post-mortem/change';
import type { Candidate } from './core/post-mortem/happened-before';
import type { NewPreventiveAction, Person, PostMortemView } from './core/post-mortem/view';
import type {
  OverrideAnswer,
  OverridePreview,
  OverridesView,
  OverrideUndo,
  OverrideWish,
} from './contract/overrides';
import type { PreviewRun, RubricPreviewAnswer } from './contract/preview';
import type { FollowThroughView } from './contract/follow-through';
import type { OverCapAnswer, OverCapView } from './contract/over-cap';
import type { CustomerUpdateView, UpdateSent } from './contract/customer-update';
import type { QuestionAnswer, QuestionAsk, QuestionInput, QuestionView } from './contract/question';
import type { VoteCast, VotesView, VoteWithdrawal } from './contract/votes';
import type { LaneView } from './contract/lane';
import type {
  DraftRebase,
  DraftRebased,
  DraftSave,
  DraftSaved,
  ExportAsk,
  ExportedDocument,
  ImportedDocument,
  OneVersion,
  Overtaken,
  PeopleAsk,
  PeopleFound,
  RubricAnswer,
  RubricAnswered,
  RubricRollback,
  SettingsInputs,
  SettingsStarts,
  SettingsView,
  VersionsView,
} from './contract/settings';
import type { Section } from './core/rubric/document/inherit';
import type {
  CustomerImport,
  CustomerImportAsk,
  CustomerSave,
  CustomerSaved,
  CustomersView,
} from './contract/customers';
import type { CalibrationView } from './contract/calibration';
import type { PilotBegin, PilotView } from './contract/pilot';
import type { SetupRepairAsk, SetupRepaired, SetupView } from './contract/setup';
import type { RubricProblem } from './core/rubric/schema/problem';
import type { Vocabulary } from './core/rubric/schema/vocabulary';
import type { Band } from './core/terms/band';
import type { Horizon } from './core/terms/horizon';
import type { Lane } from './core/terms/lane';
import type { Line, Missing } from './core/score-card/score-card';

/**
 * What the UI may ask and what it gets: the one type that resolvers and UI both compile against.
 * Every answer is a `Reply`: refusals are values with words for people, never bare exceptions.
 */
export interface Contract {
  /** Reads the issue from Jira, scores it now, writes what changed and shows the result. */
  readonly 'score.view': { readonly ask: IssueAsk; readonly answer: ScoreView };
  /** What the field of a question takes from this person on this issue. */
  readonly 'question.input': {
    readonly ask: IssueAsk & QuestionAsk;
    readonly answer: QuestionInput;
  };
  /** Writes an answer into the issue's own field, in the person's name. */
  readonly 'question.answer': { readonly ask: IssueAsk & QuestionAnswer; readonly answer: null };
  /** The votes on every criterion that the rubric asks people to rate, as far as this person may know them. */
  readonly 'votes.view': { readonly ask: IssueAsk; readonly answer: VotesView };
  /** Rates one criterion, in place of the person's earlier rating. */
  readonly 'votes.cast': { readonly ask: IssueAsk & VoteCast; readonly answer: VotesView };
  /** Takes the person's own rating back. */
  readonly 'votes.withdraw': {
    readonly ask: IssueAsk & VoteWithdrawal;
    readonly answer: VotesView;
  };
  /** How the lane stands in the project, from the ledger. */
  readonly 'lane.view': { readonly ask: IssueAsk; readonly answer: LaneView };
  /** Who overrode what until when, and what this person may do about it. */
  readonly 'override.view': { readonly ask: IssueAsk; readonly answer: OverridesView };
  /** What a wish would do to score and lane; nothing is written. */
  readonly 'override.preview': {
    readonly ask: IssueAsk & { readonly wish: OverrideWish };
    readonly answer: OverridePreview;
  };
  /** `seen` is the state that the person was looking at: what somebody else did meanwhile is shown before theirs is saved. */
  readonly 'override.propose': {
    readonly ask: IssueAsk & { readonly seen: string; readonly wish: OverrideWish };
    readonly answer: OverridesView;
  };
  /** Approves or refuses one that waits. */
  readonly 'override.answer': {
    readonly ask: IssueAsk & OverrideAnswer;
    readonly answer: OverridesView;
  };
  /** Takes one back. */
  readonly 'override.undo': {
    readonly ask: IssueAsk & OverrideUndo;
    readonly answer: OverridesView;
  };
  /** Whether the preventive actions that the issue's project promised came: numbers of all, names of those that this person may see. */
  readonly 'followthrough.view': { readonly ask: IssueAsk; readonly answer: FollowThroughView };
  /** Whether the hot fixes take more than the capacity policy gives them, and who may decide about that. */
  readonly 'overcap.view': { readonly ask: IssueAsk; readonly answer: OverCapView };
  /** Accepts the hot fix beyond the cap, with or without pausing the work named, or refuses it; where approval is needed, asks. */
  readonly 'overcap.answer': {
    readonly ask: IssueAsk & OverCapAnswer;
    readonly answer: OverCapView;
  };
  /** Whom it affects, and which support requests can be told. */
  readonly 'update.view': { readonly ask: IssueAsk; readonly answer: CustomerUpdateView };
  /** Sends a text that the person has read as a comment, in the person's name. `seen` is that of the view: what somebody else sent meanwhile is shown before theirs goes out. */
  readonly 'update.send': {
    readonly ask: IssueAsk & {
      readonly seen: string;
      readonly keys: readonly string[];
      readonly text: string;
    };
    readonly answer: UpdateSent;
  };
  /** The log of an issue, a page at a time; `before` is what the page before it gave as `next`. */
  readonly 'decisions.list': {
    readonly ask: IssueAsk & { readonly before?: string | null };
    readonly answer: DecisionLog;
  };
  /** The post-mortem of an issue; opens it when the issue was resolved and asks for one. */
  readonly 'postmortem.view': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** Begins one by hand. */
  readonly 'postmortem.start': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** `seen` is the revision that the person was looking at: a later change to the same part is shown before theirs is saved. */
  readonly 'postmortem.change': {
    readonly ask: IssueAsk & { readonly seen: number; readonly change: PostMortemChange };
    readonly answer: PostMortemView;
  };
  /** Creates a preventive action as a linked Jira issue, in the person's name. */
  readonly 'postmortem.act': {
    readonly ask: IssueAsk & NewPreventiveAction;
    readonly answer: PostMortemView;
  };
  /** Posts it as a comment, in the person's name. */
  readonly 'postmortem.share': { readonly ask: IssueAsk; readonly answer: PostMortemView };
  /** Earlier incidents that may have been the same. */
  readonly 'postmortem.before': { readonly ask: IssueAsk; readonly answer: readonly Candidate[] };
  /** Who could own it or an action, by the beginning of a name. */
  readonly 'postmortem.people': {
    readonly ask: IssueAsk & { readonly query: string };
    readonly answer: readonly Person[];
  };
  /** Proposes how incidents, requests and customers are told on this site. Administrators of the project, or of Jira for null, only. */
  readonly 'evidence.detect': { readonly ask: ScopeAsk; readonly answer: EvidenceDetection };
  /** Makes the secret that outside tools sign with; the one before stops working at once. Jira administrators only. */
  readonly 'evidence.rotateSecret': {
    readonly ask: Record<string, never>;
    readonly answer: NewEvidenceSecret;
  };
  /** Takes PagerDuty's own signatures with the secret of one of its webhook subscriptions; Jira administrators only, as for the next. */
  readonly 'evidence.connectPagerDuty': {
    readonly ask: PagerDutyConnect;
    readonly answer: PagerDutyConnections;
  };
  readonly 'evidence.disconnectPagerDuty': {
    readonly ask: { readonly name: string };
    readonly answer: PagerDutyConnections;
  };
  /** What publishing a rubric would cost at Jira, or what is wrong with it. For whoever may publish it. */
  readonly 'rubric.cost': {
    readonly ask: Omit<RubricProposal, 'reason'>;
    readonly answer: RubricCostAnswer;
  };
  /** What publishing a rubric would do to the backlog, from the ledger. A large backlog is previewed by a run. For whoever may publish it, as all of `preview`. */
  readonly 'rubric.preview': {
    readonly ask: Omit<RubricProposal, 'reason'>;
    readonly answer: RubricPreviewAnswer;
  };
  /** The person's last run for a scope; null before the first and once it is forgotten. */
  readonly 'preview.view': { readonly ask: ScopeAsk; readonly answer: PreviewRun | null };
  readonly 'preview.cancel': { readonly ask: ScopeAsk; readonly answer: PreviewRun | null };
  /** Reads and scores again every open issue of a project or the site, or those that a JQL finds. Administrators only, as all of `job`. */
  readonly 'job.start': { readonly ask: JobStart; readonly answer: JobView };
  /** How the last work on a scope goes, or went; null before the first. */
  readonly 'job.view': { readonly ask: ScopeAsk; readonly answer: JobView | null };
  readonly 'job.pause': { readonly ask: ScopeAsk; readonly answer: JobView };
  readonly 'job.resume': { readonly ask: ScopeAsk; readonly answer: JobView };
  readonly 'job.cancel': { readonly ask: ScopeAsk; readonly answer: JobView };
  /** Tries again the issues that failed, and only those. */
  readonly 'job.retryFailed': { readonly ask: ScopeAsk; readonly answer: JobView };
  /** How many open issues do not show yet what the rubric in force says. For whoever may publish it, as the next. */
  readonly 'job.left': { readonly ask: ScopeAsk; readonly answer: LeftView };
  /** Scores those, from the ledger. */
  readonly 'job.finish': { readonly ask: ScopeAsk; readonly answer: JobView };
  /** A project's rubric held against what its team finished; changes nothing. Administrators of the project only. */
  readonly 'calibration.view': { readonly ask: ScopeAsk; readonly answer: CalibrationView };
  /** What a project would look like with Ballast's results in it, beside Jira's own order. Administrators of the project only, as all of `pilot`. */
  readonly 'pilot.view': { readonly ask: ScopeAsk; readonly answer: PilotView };
  /** From now on the project is scored without anything being written to Jira. */
  readonly 'pilot.begin': { readonly ask: PilotBegin; readonly answer: PilotView };
  /** Ends it, and has every open issue's fields written. */
  readonly 'pilot.end': { readonly ask: ScopeAsk; readonly answer: PilotView };
  /** Whether fields, rights, rubric, evidence and connections are in order, each with what to do about it. Administrators only. */
  readonly 'setup.check': { readonly ask: ScopeAsk; readonly answer: SetupView };
  /** Repairs one of those, in the person's name. */
  readonly 'setup.repair': { readonly ask: SetupRepairAsk; readonly answer: SetupRepaired };
  /** The table of customers, how the rubric tells whose a ticket is, and who is named but unknown. Administrators only. */
  readonly 'customers.list': { readonly ask: ScopeAsk; readonly answer: CustomersView };
  /** Keeps one customer and scores again what it speaks for. Jira administrators only, as everything that changes the table. */
  readonly 'customers.save': { readonly ask: CustomerSave; readonly answer: CustomerSaved };
  readonly 'customers.remove': {
    readonly ask: { readonly names: readonly string[] };
    readonly answer: null;
  };
  /** Looks at what a table of customers would change, or takes it over. */
  readonly 'customers.import': { readonly ask: CustomerImportAsk; readonly answer: CustomerImport };
  /** Events, quota, ledger and failures. Administrators only. */
  readonly 'health.view': { readonly ask: ScopeAsk; readonly answer: HealthView };
  /** Who decides, what is in force and what is being worked on. Whoever sees the project sees it; `may` says what they may do. */
  readonly 'settings.view': { readonly ask: ScopeAsk; readonly answer: SettingsView };
  /** The site's fields with how often they are filled, and how today's values of each criterion are spread. */
  readonly 'settings.inputs': { readonly ask: ScopeAsk; readonly answer: SettingsInputs };
  /** Other projects whose rubric a new one may start from. */
  readonly 'settings.starts': { readonly ask: ScopeAsk; readonly answer: SettingsStarts };
  /** Who could own a lane or be named by the decision rights, by the beginning of a name. */
  readonly 'settings.people': { readonly ask: PeopleAsk; readonly answer: PeopleFound };
  /** Keeps a person's unpublished work, broken or not. */
  readonly 'draft.save': { readonly ask: DraftSave; readonly answer: DraftSaved };
  readonly 'draft.discard': {
    readonly ask: ScopeAsk & { readonly seen: number };
    readonly answer: null;
  };
  /** Takes what others published meanwhile into the person's draft. */
  readonly 'draft.rebase': { readonly ask: DraftRebase; readonly answer: DraftRebased };
  /** Checks a rubric, stores it as the next version and scores everything it governs; or has it wait for an approval. */
  readonly 'rubric.publish': { readonly ask: RubricProposal; readonly answer: RubricPublication };
  /** Approves or refuses what waits, or takes back one's own. */
  readonly 'rubric.answer': { readonly ask: RubricAnswer; readonly answer: RubricAnswered };
  /** The history, 20 a page; `before` is the `next` of the page before, null for the newest. */
  readonly 'rubric.versions': {
    readonly ask: ScopeAsk & { readonly before: number | null };
    readonly answer: VersionsView;
  };
  readonly 'rubric.version': {
    readonly ask: ScopeAsk & { readonly version: number };
    readonly answer: OneVersion;
  };
  /** Publishes an earlier version's document again, as the next version. */
  readonly 'rubric.rollback': { readonly ask: RubricRollback; readonly answer: RubricPublication };
  /** Reads a rubric in JSON or YAML and lists everything that is wrong with it; saves nothing. */
  readonly 'rubric.import': {
    readonly ask: ScopeAsk & { readonly text: string };
    readonly answer: ImportedDocument;
  };
  readonly 'rubric.export': { readonly ask: ExportAsk; readonly answer: ExportedDocument };
}

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

export interface IssueAsk {
  /** The issue's numeric id, as Jira's own context gives it. */
  readonly issueId: string;
}

export interface ScoreView {
  readonly key: string;
  readonly state: 'scored' | 'closed';
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly band: Band | null;
  readonly lane: Lane;
  readonly because: string;
  readonly horizon: Horizon | null;
  readonly horizonBecause: string;
  readonly pillars: readonly { readonly id: string; readonly label: string }[];
  readonly lines: readonly Line[];
  readonly missing: readonly Missing[];
  /** Lower ends of the bands, ascending: the picture of the score draws them. */
  readonly bands: readonly { readonly band: Band; readonly from: number }[];
  readonly rubric: { readonly name: string; readonly version: number };
  /** What the team means by its lanes, in its own words; empty where it has not said. */
  readonly vocabulary: Vocabulary;
  /** ISO time. */
  readonly scoredAt: string;
  /** The project is only tried out: Ballast keeps this for itself, and writes nothing to Jira. */
  readonly pilot: boolean;
  /** What this person may not see, in words («2 linked issues are hidden from you»), never names. */
  readonly hidden: string | null;
  readonly history: History;
  /** The one input that could change lane or band; null when none could. */
  readonly question: QuestionView | null;
  /** Criteria that the rubric asks people to rate, and whether this person has a rating that counts. */
  readonly rated: readonly {
    readonly id: string;
    readonly label: string;
    readonly voted: boolean;
  }[];
  /** Why this person may not rate those that they have not; null for who may, and when there is none. */
  readonly mayNotRate: string | null;
  /** What waits for somebody: overrides to approve, a post-mortem that is not complete. */
  readonly waits: { readonly approvals: number; readonly postMortem: boolean };
}

export interface RubricProposal {
  /** A project's key; null for the whole site. */
  readonly project: string | null;
  readonly document: unknown;
  readonly reason: string;
  /** The version that it was made from, 0 for none: over a newer one it is refused. Left out, that of the person's draft here, else the newest. */
  readonly base?: number;
  /** Of a project without a rubric of its own: the version of the site's that it was made from, likewise. */
  readonly site?: number;
  /** Parts that follow the site's rubric from now on; the document's own are not read. Left out: none. */
  readonly inherits?: readonly Section[];
  /** Revision of the draft that it was made from, which is done with afterwards; one that says the same is in any case. */
  readonly draft?: number;
}

/**
 * Not published, because of `problems`, or because somebody else published since `base` (`overtaken`), or because it now waits
 * for an approval (`waiting` names it; `settings.view` shows it).
 */
export type RubricPublication =
  | { readonly ok: true; readonly version: number; readonly jobId: string }
  | {
      readonly ok: false;
      readonly problems: readonly RubricProblem[];
      readonly overtaken?: Overtaken;
      readonly waiting?: string;
    };

export type RubricCostAnswer =
  | { readonly ok: true; readonly cost: RubricCost }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };
