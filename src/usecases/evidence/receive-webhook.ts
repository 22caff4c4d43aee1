import { readPayload } from '../../core/evidence-feeds/read-payload';
import type { Report } from '../../core/evidence-feeds/report';
import { SENDERS, type Sender } from '../../core/evidence-feeds/senders';
import { OWN_SIGNATURE } from '../../core/evidence-feeds/signature-scheme';
import { Forbidden, Gone, NotKept, Rejected, secondsToRetry } from '../ports/failures';
import type { EvidenceSecret } from '../ports/evidence';
import { recordEvidence } from './record-reports';
import { secretsTaken } from './rotate-secret';
import { verifySignature, type Signed } from './verify-signature';
import type { Needs } from './needs';

/** How a delivery ends; each is an output of the web trigger in the manifest. */
export type DeliveryOutcome =
  | 'recorded'
  | 'nothing-new'
  | 'wrong-method'
  | 'not-set-up'
  | 'unsigned'
  | 'stale'
  | 'too-large'
  | 'malformed'
  | 'unknown'
  | 'hostile'
  | 'busy';

export interface Delivery extends Signed {
  readonly method: string;
}

/** What no batch of the size that is taken needs; in characters. */
const LONGEST_BODY = 256 * 1_024;
const TAKEN: readonly DeliveryOutcome[] = ['recorded', 'nothing-new'];
/** Said before, or without, a signature that is right. */
const STRANGERS: readonly DeliveryOutcome[] = [
  'wrong-method',
  'too-large',
  'not-set-up',
  'unsigned',
];

interface Verdict {
  readonly outcome: DeliveryOutcome;
  readonly reason: string;
  readonly reports?: readonly Report[];
}

/** What a delivery is checked with, and who scores the issues that it speaks for. */
export interface Receiving {
  readonly secret: EvidenceSecret;
  readonly rescore: (issueIds: readonly string[]) => Promise<void>;
}

/**
 * Takes a webhook: who sent it is checked before what it says, and what it says before anything is written. Whatever comes of
 * it is counted, with the reason of a refusal and never the content. `busy` asks the sender to come again: nothing is lost, as
 * the same delivery twice has no second effect.
 */
export async function receiveEvidence(
  delivery: Delivery,
  { secret, rescore }: Receiving,
  world: Pick<Needs, 'evidence' | 'issues' | 'rubrics' | 'intake' | 'clock'>,
  now: Date,
): Promise<DeliveryOutcome> {
  const { outcome, reason } = await verdictOn(delivery, { secret, rescore }, world, now);
  const taken = TAKEN.includes(outcome);
  // However the counting goes, what was recorded is recorded: a failure would have the sender send it again, or give up on Ballast.
  await world.intake
    .count({
      at: now.toISOString(),
      outcome,
      reason: taken ? null : reason,
      stranger: STRANGERS.includes(outcome),
    })
    .catch(() => undefined);
  return outcome;
}

async function verdictOn(
  delivery: Delivery,
  { secret, rescore }: Receiving,
  world: Pick<Needs, 'evidence' | 'issues' | 'rubrics' | 'clock'>,
  now: Date,
): Promise<Verdict> {
  try {
    const verdict = await judge(delivery, secret, now);
    if (verdict.reports === undefined) return verdict;
    const { changed } = await recordEvidence(verdict.reports, rescore, world);
    return { outcome: changed > 0 ? 'recorded' : 'nothing-new', reason: '' };
  } catch (failure) {
    // Sent again it would be refused again: the sender is not asked to.
    if (failure instanceof NotKept) return { outcome: 'malformed', reason: failure.message };
    if (secondsToRetry(failure) !== null)
      return { outcome: 'busy', reason: 'Jira or storage asked to wait' };
    if ([Forbidden, Gone, Rejected].some((kind) => failure instanceof kind))
      return { outcome: 'busy', reason: 'Jira does not let Ballast look for the issues' };
    throw failure;
  }
}

async function judge(delivery: Delivery, secretStore: EvidenceSecret, now: Date): Promise<Verdict> {
  if (delivery.method !== 'POST') return { outcome: 'wrong-method', reason: 'only POST is taken' };
  if (delivery.body.length > LONGEST_BODY)
    return { outcome: 'too-large', reason: `longer than ${LONGEST_BODY} characters` };
  const sender = senderOf(delivery);
  const refused =
    sender === null
      ? await judgeOwn(delivery, secretStore, now)
      : await judgeSender(sender, delivery, secretStore, now);
  if (refused !== null) return refused;
  const read = readPayload(delivery.body, now);
  if (!read.ok) return { outcome: read.refused, reason: read.reason };
  // What a sender signs with says nothing about what other tools send.
  if (sender !== null && read.source !== sender.id)
    return {
      outcome: 'unknown',
      reason: `signed as ${sender.name} does, but no webhook of ${sender.name}`,
    };
  return { outcome: 'recorded', reason: '', reports: read.reports };
}

/** Whose signature a delivery carries; null: Ballast's own, which comes before any other, or none. At most one is tried. */
function senderOf({ header }: Delivery): Sender | null {
  if (header(OWN_SIGNATURE.header) !== null) return null;
  return Object.values(SENDERS).find(({ signature }) => header(signature.header) !== null) ?? null;
}

async function judgeOwn(
  delivery: Delivery,
  secretStore: EvidenceSecret,
  now: Date,
): Promise<Verdict | null> {
  const secrets = secretsTaken(await secretStore.read(), now);
  if (secrets.length === 0) return { outcome: 'not-set-up', reason: 'no secret was made yet' };
  const signature = await verifySignature(OWN_SIGNATURE, delivery, secrets, now);
  return refusalOf(signature, 'the signature is missing or wrong');
}

async function judgeSender(
  sender: Sender,
  delivery: Delivery,
  secretStore: EvidenceSecret,
  now: Date,
): Promise<Verdict | null> {
  const { name, signature: scheme } = sender;
  const connections = await secretStore.connections(sender);
  if (connections.length === 0)
    return { outcome: 'not-set-up', reason: `${name} is not connected yet` };
  const secrets = connections.map(({ secret }) => secret);
  const signature = await verifySignature(scheme, delivery, secrets, now);
  return refusalOf(signature, `${name}’s signature fits no connection`);
}

function refusalOf(signature: 'right' | 'wrong' | 'stale', wrong: string): Verdict | null {
  if (signature === 'wrong') return { outcome: 'unsigned', reason: wrong };
  return signature === 'stale'
    ? { outcome: 'stale', reason: 'signed more than five minutes ago, or ahead' }
    : null;
}
