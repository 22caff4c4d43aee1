import { join } from 'node:path';
import type { Backlog } from './backlog';
import { publishAsTeam, voteAsTeam } from './decide-as-team';
import { createDevSite, type DevSite } from './dev-site';
import { movableClock } from './movable-clock';
import { createPage, type Page } from './page/server/page-server';
import { peopleOf } from './page/server/people';
import { untilIdle } from './score-everything';

const root = join(__dirname, '..');

export interface ScoredJira {
  readonly fetch: Page['app']['fetch'];
  /** Ends its streams and schedules; what it still had to do is not done. */
  close(): void;
}

/**
 * The little Jira of a backlog with the app on it, scored and decided on.
 * @param siteUrl address under which it will be served
 * @param score has every open issue scored
 */
export async function scoredJira(
  { snapshot, siteName, home, asOf, team }: Backlog,
  siteUrl: string,
  score: (dev: DevSite) => Promise<void>,
): Promise<ScoredJira> {
  const clock = movableClock(asOf);
  const dev = createDevSite({ snapshot, clock, siteUrl });
  const page = createPage({
    root,
    siteName,
    home,
    people: peopleOf(snapshot),
    dev,
    advance: (ms) => {
      clock.advance(ms);
    },
  });
  if (team !== null) await publishAsTeam(dev, team);
  await score(dev);
  if (team !== null) {
    await voteAsTeam(dev, team);
    await untilIdle(dev, () => undefined);
  }
  const stopSchedules = dev.host.startSchedules();
  return {
    fetch: page.app.fetch,
    close() {
      stopSchedules();
      page.close();
      dev.host.close();
    },
  };
}
