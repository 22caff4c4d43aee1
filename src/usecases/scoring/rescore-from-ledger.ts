import { scoreWithPlan } from '../../core/score-card/score-issue';
import { blockGraph } from './blocker-graph';
import { holdsFor } from './ledger-covers-rubric';
import type { LedgerEntry, World } from '../ports/world';
import { heldBackInPilots } from './withhold-in-pilots';
import { plansOf } from '../rubric/scoring-plans';
import { readRecords } from './read-issues';
import { resultOf, type Result } from './scored-issue';
import { rubricsOf, type RubricInForce } from '../rubric/in-force';
import { scoreRecords } from './score-batch';
import { wakeDay } from '../../core/score-card/next-change-day';
import { forget, writeResults } from './save-scores';

/** Why entries are scored again without anything of the issue having changed. */
export type HeldPass = 'rubric' | 'time' | 'inheritance';

/**
 * Scores open entries from the signals that the ledger holds, without a single read from Jira. Where the rubric asks for
 * something that it does not hold, and only there, the issues are read.
 * @returns issues for which a Jira field was written.
 */
export async function rescoreHeld(
  entries: readonly LedgerEntry[],
  pass: HeldPass,
  world: World,
  now: Date,
): Promise<number> {
  const open = entries.filter((entry) => entry.open);
  const rubricOf = await rubricsOf(
    open.map(({ project }) => project),
    world.rubrics,
  );
  const holds = await holdsFor(open, rubricOf, world.rubrics);
  const results = await scoreHeld(open.filter(holds), rubricOf, pass, world, now);
  const written = await writeResults(results, 'held', world);
  await forget(written.gone, world);
  const read = await readAndScore(
    open.filter((entry) => !holds(entry)).map(({ issueId }) => issueId),
    world,
    now,
  );
  return written.changed + read;
}

async function scoreHeld(
  entries: readonly LedgerEntry[],
  rubricOf: (project: string) => RubricInForce,
  pass: HeldPass,
  world: World,
  now: Date,
): Promise<readonly Result[]> {
  const planOf = plansOf(rubricOf);
  const own = entries.flatMap((before) => {
    if (before.signals === null) return [];
    const inForce = rubricOf(before.project);
    const {
      own: score,
      ownLow: low,
      ownHigh: high,
    } = scoreWithPlan(planOf(before.project), before.signals, now, null);
    const entry: LedgerEntry = {
      ...before,
      rubric: inForce.stamp,
      rubricVersion: inForce.version,
      scoredAt: now.toISOString(),
      own: score === null ? null : { score, low, high },
      owes: [],
    };
    return [{ before, entry, inForce, signals: before.signals }];
  });
  const graph = await blockGraph(
    own.map(({ entry }) => entry),
    world.ledger,
  );
  return heldBackInPilots(
    own.map(({ before, entry, inForce, signals }) => {
      const inherited = graph.inheritedBy(entry.issueId);
      const plan = planOf(entry.project);
      const card = scoreWithPlan(plan, signals, now, inherited);
      return resultOf(
        { ...entry, wakeDay: wakeDay(plan, signals, inherited, card, now) },
        card,
        before,
        inForce,
        pass === 'time' ? 'when it shows' : 'always',
      );
    }),
    world,
  );
}

async function readAndScore(ids: readonly string[], world: World, now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const found = await readRecords(ids, world);
  const { changed, gone } = await writeResults(
    await scoreRecords(found, world, now),
    'backlog',
    world,
  );
  await forget([...found.gone, ...gone], world);
  return changed;
}
