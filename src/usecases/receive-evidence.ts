import { readPayload } from '../core/signals/outside/read-payload';
import type { Report } from '../core/signals/outside/report';
import { secondsToRetry } from './failures';
import type { World } from './ports';
import type { EvidenceIntake, EvidenceSecret } from './ports/evidence';
import { recordEvidence } from './record-evidence';
import { verifySignature } from './verify-signature';

/** How a delivery ends; each is an output of the web trigger in the manifest. */
export type Outcome =
  | 'recorded' | 'nothing-new' | 'wrong-method' | 'not-set-up' | 'unsigned' | 'stale' | 'too-large' | 'malformed' | 'unknown' | 'hostile' | 'busy';

export interface Delivery {
  readonly method: string;
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly body: string;
}

/** What no batch of the size that is taken needs; in characters. */
const LONGEST_BODY = 256 * 1_024;
const REFUSALS_KEPT = 20;

interface Verdict {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly reports?: readonly Report[];
}

/**
 * Takes a webhook: who sent it is checked before what it says, and what it says before anything is written. Whatever comes of
 * it is counted, with the reason of a refusal and never the content. `busy` asks the sender to come again: nothing is lost, as
 * the same delivery twice has no second effect.
 */
export async function receiveEvidence(
  delivery: Delivery,
  secret: EvidenceSecret,
  rescore: (issueIds: readonly string[]) => Promise<void>,
  world: Pick<World, 'evidence' | 'issues' | 'rubrics' | 'intake'>,
  now: Date,
): Promise<Outcome> {
  const verdict = await judge(delivery, secret, now);
  const outcome = verdict.reports === undefined ? verdict.outcome : await recorded(verdict.reports, rescore, world);
  await world.intake.update((intake) => counted(intake, { ...verdict, outcome }, now));
  return outcome;
}

async function judge(delivery: Delivery, secretStore: EvidenceSecret, now: Date): Promise<Verdict> {
  if (delivery.method !== 'POST') return { outcome: 'wrong-method', reason: 'only POST is taken' };
  if (delivery.body.length > LONGEST_BODY) return { outcome: 'too-large', reason: `longer than ${LONGEST_BODY} characters` };
  const secret = await secretStore.read();
  if (secret === null) return { outcome: 'not-set-up', reason: 'no secret was made yet' };
  const signature = await verifySignature(delivery, secret, now);
  if (signature === 'wrong') return { outcome: 'unsigned', reason: 'the signature is missing or wrong' };
  if (signature === 'stale') return { outcome: 'stale', reason: 'signed more than five minutes ago, or ahead' };
  const read = readPayload(delivery.body);
  if (!read.ok) return { outcome: read.refused, reason: read.reason };
  return { outcome: 'recorded', reason: '', reports: read.reports };
}

async function recorded(reports: readonly Report[], rescore: (issueIds: readonly string[]) => Promise<void>, world: Pick<World, 'evidence' | 'issues' | 'rubrics'>): Promise<Outcome> {
  try {
    const { changed } = await recordEvidence(reports, rescore, world);
    return changed > 0 ? 'recorded' : 'nothing-new';
  } catch (failure) {
    if (secondsToRetry(failure) === null) throw failure;
    return 'busy';
  }
}

function counted(intake: EvidenceIntake, { outcome, reason }: Verdict, now: Date): EvidenceIntake {
  const counts = { ...intake.counts, [outcome]: (intake.counts[outcome] ?? 0) + 1 };
  const at = now.toISOString();
  if (outcome === 'recorded' || outcome === 'nothing-new') return { ...intake, counts, lastTaken: at };
  const refusal = { at, outcome, reason: outcome === 'busy' ? 'Jira or storage asked to wait' : reason };
  return { ...intake, counts, refusals: [refusal, ...intake.refusals].slice(0, REFUSALS_KEPT) };
}
