import type { DevSite } from './dev-site';

/** How often the progress is told, in milliseconds. */
const interval = 200;

/**
 * Has every open issue scored through the app's own doors: the installation event starts it, queue and consumer do the rest.
 * @param onProgress called now and then with the issues scored so far and those that are open
 * @returns what failed, in the app's words, when something did: the platform then tries again later, which nobody waits for here
 */
export async function scoreEverything(
  dev: DevSite,
  onProgress: (scored: number, open: number) => void,
): Promise<string | null> {
  const open = await countOpen(dev);
  let failure: string | null = null;
  const stopListening = dev.host.invocations.subscribe(({ handler, outcome, error }) => {
    if (outcome === 'failed' || outcome === 'timed out')
      failure ??= `${handler} ${error ?? outcome}`;
  });
  const tell = () => {
    onProgress(Math.min(open, dev.host.inspect().kvs.entities['ledger']?.count ?? 0), open);
  };
  tell();
  dev.announceInstalled();
  await untilIdle(dev, tell);
  stopListening();
  tell();
  return failure;
}

/**
 * Waits while events or queues have work. Not `settle`: on a running clock that waits for what the app has put off as well, a minute and more.
 * @param tick called now and then meanwhile
 */
export async function untilIdle(dev: DevSite, tick: () => void): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, interval));
    tick();
  } while (isAtWork(dev));
}

function isAtWork({ host }: DevSite): boolean {
  const { queues, events } = host.inspect();
  return [events, ...Object.values(queues)].some(({ waiting, running }) => waiting + running > 0);
}

async function countOpen({ site, adminId }: DevSite): Promise<number> {
  const { status, body } = await site.handle({
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    headers: { 'content-type': 'application/json' },
    outsideQuota: true,
    body: JSON.stringify({ jql: 'statusCategory != Done' }),
    principal: { kind: 'user', accountId: adminId },
  });
  if (status !== 200) throw new Error(`The open issues could not be counted: ${body}`);
  return (JSON.parse(body) as { readonly count: number }).count;
}
