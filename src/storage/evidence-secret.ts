import { overtaken, retryWhenOvertaken } from '../core/attempts/retry-when-overtaken';
import type { SenderId } from '../core/evidence-feeds/senders';
import { Unavailable } from '../usecases/ports/failures';
import type { EvidenceSecret, OwnSecret, WebhookConnection } from '../usecases/ports/evidence';
import { guardedSecret } from './guarded-secret';

const KEY = 'evidence-secret';
const keyOf = (id: SenderId): string => `${KEY}:${id}`;
/** Of several administrators at once each tries again with what the other left. */
const TRIES = 6;

/** `newToken` tells the slots of secrets apart: another each time. */
export function kvsEvidenceSecret(newToken: () => string): EvidenceSecret {
  const own = guardedSecret<OwnSecret, string>(
    { key: KEY, what: 'the secret', newToken },
    {
      from: (current) => ({ current, older: null }),
      to: ({ current }) => current,
    },
  );
  const connectionsOf = (id: SenderId, name: string) =>
    guardedSecret<readonly WebhookConnection[], readonly WebhookConnection[]>(
      { key: keyOf(id), what: `the secrets of ${name}`, newToken },
      { from: (all) => all, to: (all) => [...all] },
    );
  return {
    read: async () => (await own.read()).value,
    async replace(change) {
      const read = await own.read();
      return own.replace(change(read.value), read);
    },
    connections: async ({ id, name }) => (await connectionsOf(id, name).read()).value ?? [],
    changeConnections: ({ id, name }, change) =>
      retryWhenOvertaken<readonly WebhookConnection[]>(
        TRIES,
        async () => {
          const kept = connectionsOf(id, name);
          const read = await kept.read();
          const next = change(read.value ?? []);
          return (await kept.replace(next, read)) ? next : overtaken;
        },
        () => {
          throw new Unavailable(`Others are changing the connections to ${name} at this moment`);
        },
      ),
  };
}
