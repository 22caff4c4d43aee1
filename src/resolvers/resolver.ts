import Resolver, { type Request } from '@forge/resolver';
import type { Answer, Contract, Question } from '../contract';
import { notingNotKept } from '../usecases/health/notes';
import { Forbidden } from '../usecases/ports/failures';
import { calibrationHandlers } from './calibration';
import { customerUpdateHandlers } from './customer-update';
import { customersHandlers } from './customers';
import { decisionsHandlers } from './decisions';
import { draftsHandlers } from './drafts';
import { evidenceHandlers } from './evidence';
import { followThroughHandlers } from './follow-through';
import { healthHandlers } from './health';
import { jobsHandlers } from './jobs';
import { laneHandlers } from './lane';
import { overCapHandlers } from './over-cap';
import { overridesHandlers } from './overrides';
import { personalDataHandlers } from './personal-data';
import { pilotHandlers } from './pilot';
import { postMortemHandlers } from './post-mortem';
import { previewHandlers } from './preview';
import { projectsAsked } from './projects-asked';
import { publicationHandlers } from './publication';
import { questionHandlers } from './question';
import { replyTo } from './refusal';
import { scoreHandlers } from './score';
import { settingsHandlers } from './settings';
import { settingsInputsHandlers } from './settings-inputs';
import { setupHandlers } from './setup';
import type { Handlers, Surroundings } from './surroundings';
import { versionsHandlers } from './versions';
import { votesHandlers } from './votes';

/** One handler a question of the contract. */
export const handlers: Handlers<Contract> = {
  ...scoreHandlers,
  ...questionHandlers,
  ...votesHandlers,
  ...laneHandlers,
  ...overridesHandlers,
  ...followThroughHandlers,
  ...overCapHandlers,
  ...customerUpdateHandlers,
  ...decisionsHandlers,
  ...postMortemHandlers,
  ...evidenceHandlers,
  ...previewHandlers,
  ...jobsHandlers,
  ...calibrationHandlers,
  ...pilotHandlers,
  ...setupHandlers,
  ...personalDataHandlers,
  ...customersHandlers,
  ...healthHandlers,
  ...settingsHandlers,
  ...settingsInputsHandlers,
  ...draftsHandlers,
  ...publicationHandlers,
  ...versionsHandlers,
};

/** The handler of the manifest's resolver function: one definition a question of the contract. */
export function makeResolver(
  inSurroundings: <T>(work: (at: Surroundings) => Promise<T>) => Promise<T>,
) {
  const resolver = new Resolver();
  for (const question of Object.keys(handlers) as Question[]) {
    resolver.define(question, ({ payload, context }: Request) =>
      inSurroundings((at) => replyTo(() => answer(question, payload, context, at))),
    );
  }
  return resolver.getDefinitions();
}

async function answer(
  question: Question,
  payload: unknown,
  { accountId, extension }: Readonly<Record<string, unknown>>,
  at: Surroundings,
): Promise<Answer<Question>> {
  if (typeof accountId !== 'string' || accountId === '')
    throw new Forbidden('Sign in to Jira to see scores');
  const context = { ...at, me: accountId, projectOf: projectsAsked(extension, at.viewer) };
  return notingNotKept<Answer<Question>>(
    question,
    async () => handlers[question](payload, context),
    at.world,
    at.now,
  );
}
