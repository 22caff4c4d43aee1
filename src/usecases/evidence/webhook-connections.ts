import { SENDER_IDS, SENDERS, type SenderId } from '../../core/evidence-feeds/senders';
import { Declined, Forbidden, Gone } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { EvidenceSecret, WebhookConnection } from '../ports/evidence';

/** Each delivery is held against the secret of each. */
const MAX_CONNECTIONS = 10;

/** Every tool that may be connected. */
export const connectable: readonly SenderId[] = SENDER_IDS;

/** How long a sender's secret is at the least, in characters, and what is wrong with a shorter one. */
export function secretRule(sender: SenderId): {
  readonly min: number;
  readonly shorter: string;
} {
  const { name, shortestSecret } = SENDERS[sender];
  return { min: shortestSecret, shorter: `is shorter than ${name} makes any` };
}

interface Keeper {
  readonly viewer: Viewer;
  readonly secret: EvidenceSecret;
}

/**
 * Takes what one webhook of a sender signs with; under a name that is there already, in its place.
 * @returns the names of all connections to that sender, by the alphabet
 * @throws Forbidden unless the person administers Jira; Declined when there are too many
 */
export async function connect(
  sender: SenderId,
  connection: WebhookConnection,
  keeper: Keeper,
): Promise<readonly string[]> {
  await administers(sender, keeper.viewer);
  return change(sender, keeper, (all) => {
    const others = all.filter(({ name }) => name !== connection.name);
    if (others.length >= MAX_CONNECTIONS)
      throw new Declined(
        `There are ${MAX_CONNECTIONS} connections to ${SENDERS[sender].name} already`,
        'Remove one that is not used any more',
      );
    return [...others, connection];
  });
}

/** @throws Forbidden unless the person administers Jira; Gone when nothing is connected under that name */
export async function disconnect(
  sender: SenderId,
  name: string,
  keeper: Keeper,
): Promise<readonly string[]> {
  await administers(sender, keeper.viewer);
  return change(sender, keeper, (all) => {
    if (!all.some((one) => one.name === name))
      throw new Gone(`No connection to ${SENDERS[sender].name} is called ${name}`);
    return all.filter((one) => one.name !== name);
  });
}

/** Two administrators at once both get what they wanted. */
async function change(
  sender: SenderId,
  { secret }: Keeper,
  next: (all: readonly WebhookConnection[]) => readonly WebhookConnection[],
): Promise<readonly string[]> {
  const kept = await secret.changeConnections(SENDERS[sender], (all) =>
    [...next(all)].sort((a, b) => a.name.localeCompare(b.name, 'en')),
  );
  return kept.map(({ name }) => name);
}

async function administers(sender: SenderId, viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden(`Only a Jira administrator may connect ${SENDERS[sender].name}`);
}
