import type { Answer, Ask, Question, Reply } from '../../src/contract';
import type { DevSite } from '../dev-site';
import type { OpenIssue } from './open-issues';
import { pilotIssue, ranked, tieFacts, type PilotIssue, type Unranked } from './outcome';
import type { TieFacts } from '../../src/core/lanes/tie-order';

/** What the app refused, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Counts the issues whose Jira fields the app writes meanwhile. */
export async function countingFieldWrites<T>(
  { site }: DevSite,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly fieldWrites: number }> {
  let fieldWrites = 0;
  const stop = site.onEvent(({ selfGenerated }) => {
    fieldWrites += selfGenerated ? 1 : 0;
  });
  const value = await work();
  stop();
  return { value, fieldWrites };
}

/** Publishes the rubric as an administrator would, which has the whole backlog scored through the app's own doors. */
export async function publishAndScore(
  dev: DevSite,
  document: Record<string, unknown>,
): Promise<number> {
  const publication = await ask(dev, 'rubric.publish', {
    project: null,
    document,
    reason: 'Pilot from the command line',
  });
  if (!publication.ok)
    throw new Refused(
      [
        'The rubric cannot be used:',
        ...publication.problems.map(
          ({ path, problem, advice }) => `  ${path}: ${problem} (${advice})`,
        ),
      ].join('\n'),
    );
  await dev.host.settle();
  return publication.version;
}

/** Has everything read and scored again, and counts what that wrote. */
export async function scoreAgain(
  dev: DevSite,
): Promise<{ readonly fieldWrites: number; readonly ledgerWrites: number }> {
  const before = ledgerOf(dev);
  const { fieldWrites } = await countingFieldWrites(dev, async () => {
    await ask(dev, 'job.start', { project: null, jql: '' });
    await dev.host.settle();
  });
  const after = ledgerOf(dev);
  return {
    fieldWrites,
    ledgerWrites: [...after].filter(([key, value]) => before.get(key) !== value).length,
  };
}

/** Every open issue's rationale, as the panel shows it to an administrator. */
export async function rationales(
  dev: DevSite,
  open: readonly OpenIssue[],
  onEach: (done: number) => void,
): Promise<{ readonly issues: readonly PilotIssue[]; readonly rubric: string }> {
  const found: { readonly issue: Unranked; readonly facts: TieFacts }[] = [];
  let rubric = '';
  for (const { id, summary, touched } of open) {
    const view = await ask(dev, 'score.view', { issueId: id });
    rubric = view.rubric.name;
    found.push({ issue: pilotIssue(summary, view), facts: tieFacts(view, touched) });
    onEach(found.length);
  }
  return { issues: ranked(found), rubric };
}

function ledgerOf({ host }: DevSite): ReadonlyMap<string, string> {
  return new Map(
    [...host.dumpKvs()]
      .filter(({ entity }) => entity === 'ledger')
      .map(({ key, value }) => [key, JSON.stringify(value)]),
  );
}

async function ask<Q extends Question>(
  dev: DevSite,
  question: Q,
  payload: Ask<Q>,
): Promise<Answer<Q>> {
  const reply = (await dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId: dev.adminId,
  })) as Reply<Answer<Q>>;
  if (reply.ok) return reply.value;
  if (reply.refusal.kind === 'limited') {
    // As a person would: wait as long as told, on the clock that all limits run by.
    await dev.clock.sleep((reply.refusal.retryAfter ?? 1) * 1000);
    return ask(dev, question, payload);
  }
  throw new Refused(`${reply.refusal.what}. ${reply.refusal.advice}`);
}
