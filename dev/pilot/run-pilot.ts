import { createDevSite, type DevSite } from '../dev-site';
import { virtualClock } from '../forge/clock-virtual';
import { asItStood, type StoodThen } from '../jira/import/as-it-stood';
import type { PilotArguments } from './arguments';
import { importedFile } from './imported-file';
import { openIssues } from './open-issues';
import { totalsOf, type PilotCost, type PilotOutcome } from './outcome';
import { progressBar } from './progress';
import { rubricDocument } from './rubric-document';
import { countingFieldWrites, publishAndScore, rationales, scoreAgain } from './score-backlog';

/** @throws BadArguments for a file that cannot be imported; Refused for a rubric that cannot be used. */
export async function runPilot(args: PilotArguments): Promise<PilotOutcome> {
  const document = await rubricDocument(args);
  const { dev, asOf, read, warnings } = await siteOf(args);
  const open = await openIssues(dev);

  const scoring = progressBar('Scoring', open.length);
  const stop = dev.host.invocations.subscribe(() => {
    scoring.update(dev.host.inspect().kvs.entities['ledger']?.count ?? 0);
  });
  const { value: version, fieldWrites } = await countingFieldWrites(dev, () =>
    publishAndScore(dev, document),
  );
  stop();
  scoring.stop();
  const cost = { ...costOf(dev), fieldWrites };

  const secondPass = await scoreAgain(dev);
  const explaining = progressBar('Explaining', open.length);
  const { issues, rubric } = await rationales(dev, open, explaining.update);
  explaining.stop();
  return {
    asOf: asOf.toISOString(),
    rubric: { name: rubric, version },
    issues,
    totals: totalsOf(issues, read),
    cost: { ...cost, peakMemoryMb: peakMemoryMb() },
    secondPass,
    warnings,
  };
}

/** The file's issues on a site of their own. The snapshot is let go of once the site holds them. */
async function siteOf(args: PilotArguments): Promise<{
  readonly dev: DevSite;
  readonly asOf: Date;
  readonly read: number;
  readonly warnings: readonly string[];
}> {
  const { snapshot, read, newest, warnings } = await importedFile(args);
  const asOf = args.asOf ?? newest;
  const then = asItStood(snapshot, asOf.getTime());
  // The hours of the quota pass on the virtual clock: its limits hold as on a real site, without waiting for them.
  const dev = createDevSite({ clock: virtualClock(asOf.getTime()), snapshot: then.snapshot });
  return { dev, asOf, read, warnings: [...warnings, ...changesSince(then, asOf)] };
}

function changesSince({ reopened, notYetCreated, notUndone }: StoodThen, asOf: Date): string[] {
  const day = asOf.toISOString().slice(0, 10);
  return [
    ...(reopened() > 0 ? [`${issuesWere(reopened())} resolved after ${day}: taken as open`] : []),
    ...(notYetCreated() > 0
      ? [`${issuesWere(notYetCreated())} created after ${day}: left out`]
      : []),
    ...[notUndone() ?? []].flat(),
  ];
}

function issuesWere(count: number): string {
  return count === 1 ? '1 issue was' : `${count} issues were`;
}

function costOf({ host }: DevSite): Omit<PilotCost, 'fieldWrites'> {
  const { jiraCalls, points, invocations, kvsReads, kvsWrites, standInMs } =
    host.invocations.totals();
  const seconds = process.uptime();
  return {
    jiraCalls,
    points,
    invocations,
    kvsReads,
    kvsWrites,
    seconds: Math.round(seconds * 100) / 100,
    standInShare: Math.round(standInMs / seconds) / 1000,
    peakMemoryMb: peakMemoryMb(),
  };
}

function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
