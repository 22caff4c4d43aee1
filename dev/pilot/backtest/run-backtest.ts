import { planScoring } from '../../../src/core/scoring/plan';
import { virtualClock } from '../../forge/clock-virtual';
import { asItStood } from '../../jira/import/as-it-stood';
import { statusesOf } from '../../jira/past/statuses';
import { createJiraSite } from '../../jira/site';
import type { SiteSnapshot, SnapshotIssue } from '../../jira/snapshot';
import { BadArguments, type BacktestDays, type PilotArguments } from '../arguments';
import { importedFile } from '../imported-file';
import { progressBar } from '../progress';
import { rubricDocument } from '../rubric-document';
import { usableRubric } from '../signals/usable-rubric';
import { compareDay, HORIZONS } from './compare-day';
import { daysBetween, daysLater, dayText } from './days';
import { meansFixed } from './fixed';
import type { BacktestOutcome, DayOutcome } from './outcome';
import { readDay } from './read-day';
import { scoreDay } from './score-day';

/** @throws BadArguments for a file or rubric that cannot be used, and where every day is too late to know what came of it. */
export async function runBacktest(
  args: PilotArguments,
  { from, to, stepDays }: BacktestDays,
): Promise<BacktestOutcome> {
  const rubric = usableRubric(await rubricDocument(args));
  const { snapshot, newest, warnings } = await importedFile(args);
  const site: SiteSnapshot = { ...snapshot, issues: [...snapshot.issues] };
  const all = daysBetween(from, to, stepDays);
  const days = all.filter((day) => daysLater(day, HORIZONS[0]) <= newest);
  if (days.length === 0) throw tooLate(all.map(dayText), newest);
  const plan = planScoring(rubric);
  const bar = progressBar('Days', days.length);
  const outcomes: DayOutcome[] = [];
  for (const day of days) {
    const then = asItStood(site, day.getTime());
    const jira = createJiraSite({ clock: virtualClock(day.getTime()), quota: false });
    jira.bulkLoad(then.snapshot);
    const scored = scoreDay(await readDay(jira, rubric), plan, day);
    const past = { day, newest, issues: byKey(site.issues), statuses: statusesOf(site) };
    outcomes.push({ ...compareDay(scored, plan, past), notUndone: then.notUndone() });
    bar.update(outcomes.length);
  }
  bar.stop();
  const resolutions = [...new Set(snapshot.resolutions)].sort();
  return {
    rubric: rubric.name,
    newest: dayText(newest),
    resolutions: {
      fixed: resolutions.filter(meansFixed),
      other: resolutions.filter((name) => !meansFixed(name)),
    },
    days: outcomes,
    tooLate: all.slice(days.length).map(dayText),
    warnings,
  };
}

function byKey(issues: Iterable<SnapshotIssue>): ReadonlyMap<string, SnapshotIssue> {
  return new Map([...issues].map((issue) => [issue.key, issue]));
}

function tooLate(days: readonly string[], newest: Date): BadArguments {
  return new BadArguments(
    `${days.join(', ')}: too late, since the file ends on ${dayText(newest)} and what was fixed within ${HORIZONS[0]} days is not known yet. Take ${dayText(daysLater(newest, -HORIZONS[0]))} or earlier`,
    { showUsage: false },
  );
}
