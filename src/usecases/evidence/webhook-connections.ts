import { Declined, Forbidden, Gone } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { EvidenceSecret } from '../ports/evidence';

/** A service or account at PagerDuty that sends its incidents here. */
export interface PagerDutyConnection {
  readonly name: string;
  /** Made by PagerDuty for one webhook subscription, and shown there once. */
  readonly secret: string;
}

/** Each delivery is held against the secret of each. */
export const MOST_CONNECTIONS = 10;

interface Keeper {
  readonly viewer: Viewer;
  readonly secret: EvidenceSecret;
}

/**
 * Takes what one webhook subscription of PagerDuty signs with; under a name that is there already, in its place.
 * @returns the names of all connections, by the alphabet
 * @throws Forbidden unless the person administers Jira; Declined when there are too many
 */
export async function connectPagerDuty(
  connection: PagerDutyConnection,
  keeper: Keeper,
): Promise<readonly string[]> {
  await administers(keeper.viewer);
  const others = (await keeper.secret.pagerDuty()).filter(({ name }) => name !== connection.name);
  if (others.length >= MOST_CONNECTIONS)
    throw new Declined(
      `There are ${MOST_CONNECTIONS} connections to PagerDuty already`,
      'Remove one that is not used any more',
    );
  return keep([...others, connection], keeper);
}

/** @throws Forbidden unless the person administers Jira; Gone when nothing is connected under that name */
export async function disconnectPagerDuty(
  name: string,
  keeper: Keeper,
): Promise<readonly string[]> {
  await administers(keeper.viewer);
  const all = await keeper.secret.pagerDuty();
  if (!all.some((one) => one.name === name))
    throw new Gone(`No connection to PagerDuty is called ${name}`);
  return keep(
    all.filter((one) => one.name !== name),
    keeper,
  );
}

async function keep(
  all: readonly PagerDutyConnection[],
  { secret }: Keeper,
): Promise<readonly string[]> {
  const sorted = [...all].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  await secret.keepPagerDuty(sorted);
  return sorted.map(({ name }) => name);
}

async function administers(viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may connect PagerDuty');
}
