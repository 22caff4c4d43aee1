import type { ScoreView } from '../../../../../src/contract/score';
import { ask, hearSurfaces, tellSurfaces } from '../../bridge';
import { sharedAsking, type Message } from './shared-asking';

const EVENT = 'ballast.score';

const askOnce = sharedAsking<ScoreView>(
  crypto.randomUUID(),
  {
    send: (message) => tellSurfaces(EVENT, message),
    hear: (listener) =>
      hearSurfaces(EVENT, (payload) => {
        if (isMessage(payload)) listener(payload);
      }),
  },
  { now: () => Date.now(), wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
);

/** Asks for an issue's score, once for all surfaces of the page. @throws Refused */
export function askScore(issueId: string): Promise<ScoreView> {
  return askOnce(issueId, () => ask('score.view', { issueId }));
}

/** Only surfaces of this app can send here, and they may be of another version. */
function isMessage(payload: unknown): payload is Message {
  if (typeof payload !== 'object' || payload === null) return false;
  const { kind, about, by } = payload as Readonly<Record<string, unknown>>;
  return typeof kind === 'string' && typeof about === 'string' && typeof by === 'string';
}
