import fc from 'fast-check';
import { z } from 'zod';
import type { VirtualClock } from '../../dev/clock';
import { randomFrom } from '../../dev/forge/random';
import { handlers } from '../../src/resolvers/resolver';
import { asked, type Reply } from '../app/separate-people';
import type { SmallSite } from '../app/small-site';
import { questionsOfContract } from '../house/questions';
import { arbitraryOf, type JsonSchema, type Known } from './arbitrary-of';
import { brokenOf } from './broken';
import { canariesIn, leaked } from './canaries';
import { guardedSite, idOf, PEOPLE, SECRET, type Tried } from './guarded-site';
import { knownOf } from './known-of';

/** `FUZZ_SEED=… npm run test:fuzz` asks the same again. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Payloads for each question and person. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30);
/** Payloads that are broken on purpose, of ten. */
const BROKEN = 3;
/** What has been asked for is done by queues after so many questions. */
const SETTLE_EVERY = 25;
/** Keeps within what storage takes a minute. */
const PAUSE_MS = 5_000;

interface Asked {
  readonly question: string;
  readonly payload: unknown;
}

/** What came of everything that one person asked. */
interface Outcome {
  readonly thrown: readonly string[];
  readonly leaks: readonly string[];
  /** By question: how often it was asked, with a payload that its schema takes, answered, and refused for want of quota. */
  readonly counts: ReadonlyMap<string, Counts>;
}
interface Counts {
  asked: number;
  taken: number;
  answered: number;
  limited: number;
}

const questions = Object.keys(handlers) as (keyof typeof handlers)[];
const askOf = (question: string): z.ZodType => handlers[question as keyof typeof handlers].ask;

/** All payloads of all questions for one person, in an order of their own. */
function payloadsFor(person: Tried, known: Known): readonly Asked[] {
  const seed = SEED + PEOPLE.indexOf(person);
  const random = randomFrom(seed);
  return questions
    .flatMap((question, at) => {
      const schema = z.toJSONSchema(askOf(question), { io: 'input', unrepresentable: 'any' });
      const whole = arbitraryOf(schema as JsonSchema, known);
      const payloads = fc.oneof(
        { arbitrary: whole, weight: 10 - BROKEN },
        { arbitrary: brokenOf(whole), weight: BROKEN },
      );
      return fc
        .sample(payloads, { seed: seed * 1_000 + at, numRuns: RUNS })
        .map((payload) => ({ question, payload, place: random() }));
    })
    .sort((a, b) => a.place - b.place);
}

async function tryAll(person: Tried): Promise<Outcome> {
  const site = await guardedSite();
  const clock = site.dev.clock as VirtualClock;
  if (!person.consents) site.dev.host.consents.withdraw(person.accountId);
  const [thrown, leaks]: [string[], string[]] = [[], []];
  const counts = new Map<string, Counts>();
  let n = 0;
  for (const { question, payload } of payloadsFor(person, knownOf(site))) {
    const count = counts.get(question) ?? { asked: 0, taken: 0, answered: 0, limited: 0 };
    counts.set(question, count);
    count.asked += 1;
    if (takes(question, payload)) count.taken += 1;
    const told = (what: unknown): string =>
      `${question} ${JSON.stringify([payload]).slice(0, 600)}: ${String(what)}`;
    const reply = await replyOf(site, person, question, payload);
    if ('thrown' in reply) thrown.push(told(reply.thrown));
    else if (reply.ok) count.answered += 1;
    else if (reply.refusal.kind === 'limited') count.limited += 1;
    leaks.push(...leaked(reply, person.mayKnow).map(told));
    await clock.advance(PAUSE_MS);
    if (++n % SETTLE_EVERY === 0) await site.settle();
  }
  return { thrown, leaks, counts };
}

function takes(question: string, payload: unknown): boolean {
  try {
    return askOf(question).safeParse(payload).success;
  } catch {
    return false;
  }
}

/** The platform's own request for consent is no failure of the app. */
async function replyOf(
  site: SmallSite,
  person: Tried,
  question: string,
  payload: unknown,
): Promise<Reply | { readonly thrown: string }> {
  try {
    return await asked(site, person.accountId, question, payload as object);
  } catch (failure) {
    const { name, stack } = failure as Error;
    if (!person.consents && name === 'NEEDS_AUTHENTICATION_ERR')
      return { ok: false, refusal: { kind: 'consent', what: '', advice: '' } };
    return { thrown: stack ?? name };
  }
}

// Past jest, which shows what a test prints only with the place in its code.
process.stderr.write(`FUZZ_SEED=${SEED} FUZZ_RUNS=${RUNS}\n`);

describe(`generated payloads, by the seed ${SEED}`, () => {
  it('are made for every question of the contract', () => {
    expect([...questions].sort()).toEqual([...questionsOfContract()].sort());
  });

  it.each(PEOPLE.map((person) => [person.as, person] as const))(
    'throw nothing and tell nothing that is kept from %s',
    async (_, person) => {
      const { thrown, leaks, counts } = await tryAll(person);
      expect({ thrown, leaks }).toEqual({ thrown: [], leaks: [] });
      const odd = questions.filter((question) => {
        const count = counts.get(question);
        return count?.asked !== RUNS || count.taken === 0 || count.limited > RUNS / 10;
      });
      expect(odd.map((question) => [question, counts.get(question)])).toEqual([]);
    },
  );

  it('could tell a good deal: who may see everything reads it', async () => {
    const site = await guardedSite();
    const told = new Set<string>();
    const hear = async (question: string, payload: object): Promise<void> => {
      for (const word of canariesIn(await asked(site, site.dev.adminId, question, payload)))
        told.add(word);
    };
    for (const key of ['PAY-1', ...SECRET]) {
      const issueId = idOf(site, key);
      for (const question of ['score.view', 'override.view', 'update.view', 'postmortem.view'])
        await hear(question, { issueId });
      await hear('decisions.list', { issueId, before: null });
    }
    for (const project of ['OPS', 'PAY', null])
      for (const question of [
        'customers.list',
        'health.view',
        'settings.view',
        'job.view',
        'pilot.view',
      ])
        await hear(question, { project });
    expect([...told].sort()).toEqual([
      '71917193',
      'ZyzzyvahiddenComment',
      'ZyzzyvahiddenCustomer',
      'ZyzzyvahiddenDraft',
      'ZyzzyvahiddenEvidence',
      'ZyzzyvahiddenFactor',
      'ZyzzyvahiddenHit',
      'ZyzzyvahiddenNamed',
      'ZyzzyvahiddenNoAction',
      'ZyzzyvahiddenNote',
      'ZyzzyvahiddenNowhere',
      'ZyzzyvahiddenOverride',
      'ZyzzyvahiddenPilot',
      'ZyzzyvahiddenSegment',
      'ZyzzyvahiddenSegmented',
      'ZyzzyvahiddenSummary',
      'ZyzzyvahiddenUpdate',
      'ZyzzyvaprojectReason',
      'ZyzzyvaprojectReporter',
      'ZyzzyvaprojectRubric',
      'ZyzzyvaprojectSummary',
      // As a setting in words, a capital begins a word of its own.
      'Zyzzyvarubric',
      'ZyzzyvarubricMember',
      'ZyzzyvarubricService',
      'zyzzyvahiddentool',
    ]);
  });
});
