import { ask } from './asking';
import { largeSite, LATENCY } from './large-site';

/** Pauses, resumes, cancels and retries work on a backlog as an administrator does, and tells what came of it, a line each. */
export async function steering(size: number): Promise<readonly string[]> {
  const { dev, issues } = largeSite(size, { latency: LATENCY });
  const scope = { project: null };
  // Not by installing: that is an event, which the app has not heard of yet when the pause is asked for.
  await ask(dev, 'job.start', { ...scope, jql: '' });
  const paused = await ask(dev, 'job.pause', scope);
  await dev.host.settle();
  const meanwhile = await ask(dev, 'job.view', scope);
  await ask(dev, 'job.resume', scope);
  await dev.host.settle();
  const done = await ask(dev, 'job.view', scope);
  await ask(dev, 'job.start', { project: null, jql: 'priority = High' });
  const cancelled = await ask(dev, 'job.cancel', scope);
  await dev.host.settle();
  const nothingFailed = await ask(dev, 'job.retryFailed', scope).then(
    () => 'tried again',
    (refused: unknown) => String(refused instanceof Error ? refused.message : refused),
  );
  const { quota, events, ledger } = await ask(dev, 'health.view', scope);
  dev.host.close();
  return [
    `Steering ${issues} issues: ${paused.state} at ${meanwhile?.done ?? 0}, after resuming ${done?.state ?? 'lost'} with ${done?.done ?? 0} done; a second one ${cancelled.state}; ${nothingFailed}`,
    `Health: ${quota.usedThisHour} of ${quota.limit} points used, background stops at ${quota.backgroundStopsAt}; ${events.waiting} issues waiting, ${ledger.drift} records mended`,
  ];
}
