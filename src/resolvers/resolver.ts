import Resolver, { type Request } from '@forge/resolver';
import type { Answer, Question } from '../contract';
import { Forbidden } from '../usecases/ports/failures';
import type { Viewer, World } from '../usecases/ports/world';
import type { IssueEdits } from '../usecases/ports/issue-edits';
import type { People } from '../usecases/ports/people';
import type { Naming } from '../usecases/ports/people';
import type { PersonsJira } from '../usecases/ports/post-mortem';
import type { PostMortemDesk } from '../usecases/post-mortem/post-mortem-desk';
import type { Drafts, Proposals } from '../usecases/ports/settings';
import type { AppRights, ProjectScreens } from '../usecases/ports/setup';
import {
  answerCustomersImport,
  answerCustomersList,
  answerCustomersRemove,
  answerCustomersSave,
} from './customers';
import { answerDecisionsList } from './decisions';
import {
  answerConnectPagerDuty,
  answerDisconnectPagerDuty,
  answerEvidenceDetect,
  answerEvidenceRotateSecret,
  type Catalogue,
  type SecretKeeper,
} from './evidence';
import { postMortemAnswers } from './post-mortem';
import { answerHealthView } from './health';
import {
  answerJobFinish,
  answerJobLeft,
  answerJobRetry,
  answerJobStart,
  answerJobSteer,
  answerJobView,
} from './jobs';
import { answerUpdateSend, answerUpdateView } from './customer-update';
import { answerLaneView } from './lane';
import { answerFollowThrough } from './follow-through';
import { overCapAnswers } from './over-cap';
import { overrideAnswers } from './overrides';
import { previewAnswers } from './preview';
import { replyTo } from './refusal';
import { answerCalibrationView } from './calibration';
import { answerPilotBegin, answerPilotEnd, answerPilotView } from './pilot';
import { answerSetupCheck, answerSetupRepair } from './setup';
import { answerRubricCost, answerRubricPublish } from './rubric';
import { answerQuestionAnswer, answerQuestionInput } from './question';
import { answerScoreView } from './score';
import { voteAnswers } from './votes';
import { settingsAnswers } from './settings';

/** What the composition root gives for one invocation: adapters made anew, since a warm process serves several sites. */
export interface Surroundings extends SecretKeeper, Catalogue {
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
  readonly drafts: Drafts;
  readonly proposals: Proposals;
  readonly now: Date;
}

const deskOf = ({ world, jira, people, now }: Surroundings, me: string): PostMortemDesk => ({
  world,
  jira,
  people,
  me,
  now,
});

type Handlers = {
  readonly [Q in Question]: (payload: unknown, by: string, at: Surroundings) => Promise<Answer<Q>>;
};

const handlers: Handlers = {
  'score.view': (payload, me, at) => answerScoreView(payload, { ...at, me }),
  'question.input': (payload, _by, at) => answerQuestionInput(payload, at),
  'question.answer': (payload, _by, at) => answerQuestionAnswer(payload, at),
  'votes.view': (payload, me, at) => voteAnswers['votes.view'](payload, { ...at, me }),
  'votes.cast': (payload, me, at) => voteAnswers['votes.cast'](payload, { ...at, me }),
  'votes.withdraw': (payload, me, at) => voteAnswers['votes.withdraw'](payload, { ...at, me }),
  'lane.view': (payload, _by, at) => answerLaneView(payload, at),
  'override.view': (payload, me, at) => overrideAnswers['override.view'](payload, { ...at, me }),
  'override.preview': (payload, me, at) =>
    overrideAnswers['override.preview'](payload, { ...at, me }),
  'override.propose': (payload, me, at) =>
    overrideAnswers['override.propose'](payload, { ...at, me }),
  'override.answer': (payload, me, at) =>
    overrideAnswers['override.answer'](payload, { ...at, me }),
  'override.undo': (payload, me, at) => overrideAnswers['override.undo'](payload, { ...at, me }),
  'followthrough.view': (payload, _me, at) => answerFollowThrough(payload, at),
  'overcap.view': (payload, me, at) => overCapAnswers['overcap.view'](payload, { ...at, me }),
  'overcap.answer': (payload, me, at) => overCapAnswers['overcap.answer'](payload, { ...at, me }),
  'update.view': (payload, me, at) => answerUpdateView(payload, { ...at, me }),
  'update.send': (payload, me, at) => answerUpdateSend(payload, { ...at, me }),
  'decisions.list': (payload, _by, at) => answerDecisionsList(payload, at),
  'postmortem.view': (payload, by, at) =>
    postMortemAnswers['postmortem.view'](payload, deskOf(at, by)),
  'postmortem.start': (payload, by, at) =>
    postMortemAnswers['postmortem.start'](payload, deskOf(at, by)),
  'postmortem.change': (payload, by, at) =>
    postMortemAnswers['postmortem.change'](payload, deskOf(at, by)),
  'postmortem.act': (payload, by, at) =>
    postMortemAnswers['postmortem.act'](payload, deskOf(at, by)),
  'postmortem.share': (payload, by, at) =>
    postMortemAnswers['postmortem.share'](payload, deskOf(at, by)),
  'postmortem.before': (payload, by, at) =>
    postMortemAnswers['postmortem.before'](payload, deskOf(at, by)),
  'postmortem.people': (payload, by, at) =>
    postMortemAnswers['postmortem.people'](payload, deskOf(at, by)),
  'evidence.detect': (payload, _by, at) => answerEvidenceDetect(payload, at),
  'evidence.rotateSecret': (_payload, _by, at) => answerEvidenceRotateSecret(at),
  'evidence.connectPagerDuty': (payload, _by, at) => answerConnectPagerDuty(payload, at),
  'evidence.disconnectPagerDuty': (payload, _by, at) => answerDisconnectPagerDuty(payload, at),
  'rubric.cost': (payload, me, { viewer, world }) =>
    answerRubricCost(payload, { viewer, world, me }),
  'rubric.preview': (payload, me, at) => previewAnswers['rubric.preview'](payload, { ...at, me }),
  'preview.view': (payload, me, at) => previewAnswers['preview.view'](payload, { ...at, me }),
  'preview.cancel': (payload, me, at) => previewAnswers['preview.cancel'](payload, { ...at, me }),
  'job.start': (payload, by, at) => answerJobStart(payload, by, at),
  'job.view': (payload, me, at) => answerJobView(payload, me, at),
  'job.pause': (payload, me, at) => answerJobSteer(payload, 'pause', me, at),
  'job.resume': (payload, me, at) => answerJobSteer(payload, 'run', me, at),
  'job.cancel': (payload, me, at) => answerJobSteer(payload, 'cancel', me, at),
  'job.retryFailed': (payload, by, at) => answerJobRetry(payload, by, at),
  'job.left': (payload, me, at) => answerJobLeft(payload, me, at),
  'job.finish': (payload, me, at) => answerJobFinish(payload, me, at),
  'calibration.view': (payload, _by, at) => answerCalibrationView(payload, at),
  'pilot.view': (payload, _by, at) => answerPilotView(payload, at),
  'pilot.begin': (payload, by, at) => answerPilotBegin(payload, by, at),
  'pilot.end': (payload, by, at) => answerPilotEnd(payload, by, at),
  'setup.check': (payload, _by, at) => answerSetupCheck(payload, at),
  'setup.repair': (payload, by, at) => answerSetupRepair(payload, by, at),
  'customers.list': (payload, _by, at) => answerCustomersList(payload, at),
  'customers.save': (payload, by, at) => answerCustomersSave(payload, by, at),
  'customers.remove': (payload, by, at) => answerCustomersRemove(payload, by, at),
  'customers.import': (payload, by, at) => answerCustomersImport(payload, by, at),
  'health.view': (payload, _by, at) => answerHealthView(payload, at),
  'settings.view': (payload, me, at) => settingsAnswers['settings.view'](payload, { ...at, me }),
  'settings.inputs': (payload, me, at) =>
    settingsAnswers['settings.inputs'](payload, { ...at, me }),
  'settings.starts': (payload, me, at) =>
    settingsAnswers['settings.starts'](payload, { ...at, me }),
  'settings.people': (payload, me, at) =>
    settingsAnswers['settings.people'](payload, { ...at, me }),
  'draft.save': (payload, me, at) => settingsAnswers['draft.save'](payload, { ...at, me }),
  'draft.discard': (payload, me, at) => settingsAnswers['draft.discard'](payload, { ...at, me }),
  'draft.rebase': (payload, me, at) => settingsAnswers['draft.rebase'](payload, { ...at, me }),
  'rubric.answer': (payload, me, at) => settingsAnswers['rubric.answer'](payload, { ...at, me }),
  'rubric.versions': (payload, me, at) =>
    settingsAnswers['rubric.versions'](payload, { ...at, me }),
  'rubric.version': (payload, me, at) => settingsAnswers['rubric.version'](payload, { ...at, me }),
  'rubric.rollback': (payload, me, at) =>
    settingsAnswers['rubric.rollback'](payload, { ...at, me }),
  'rubric.import': (payload, me, at) => settingsAnswers['rubric.import'](payload, { ...at, me }),
  'rubric.export': (payload, me, at) => settingsAnswers['rubric.export'](payload, { ...at, me }),
  'rubric.publish': (payload, me, at) => answerRubricPublish(payload, { ...at, me }),
};

/** The handler of the manifest's resolver function: one definition a question of the contract. */
export function makeResolver(
  inSurroundings: <T>(work: (at: Surroundings) => Promise<T>) => Promise<T>,
) {
  const resolver = new Resolver();
  for (const question of Object.keys(handlers) as Question[]) {
    resolver.define(question, ({ payload, context }: Request) =>
      inSurroundings((at) => replyTo(() => answer(question, payload, context['accountId'], at))),
    );
  }
  return resolver.getDefinitions();
}

async function answer(
  question: Question,
  payload: unknown,
  accountId: unknown,
  at: Surroundings,
): Promise<Answer<Question>> {
  if (typeof accountId !== 'string' || accountId === '')
    throw new Forbidden('Sign in to Jira to see scores');
  return handlers[question](payload, accountId, at);
}
