import { z } from 'zod';
import type { EvidenceContract } from '../contract/evidence';
import { proposeEvidence } from '../usecases/evidence/propose-settings';
import { rotateEvidenceSecret } from '../usecases/evidence/rotate-secret';
import {
  connect,
  connectable,
  disconnect,
  secretRule,
} from '../usecases/evidence/webhook-connections';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

/** Whatever else comes along: this question is asked with nothing. */
const nothing = z.unknown();
const disconnectAsk = z.object({
  sender: z.enum(connectable),
  name: z.string().trim().min(1, 'is needed').max(60),
});
const connectAsk = z.discriminatedUnion('sender', connectable.map(connectionTo) as Connections);

type Connections = [ReturnType<typeof connectionTo>, ...ReturnType<typeof connectionTo>[]];

function connectionTo(sender: (typeof connectable)[number]) {
  const { min, shorter } = secretRule(sender);
  const secret = z.string().trim().min(min, shorter).max(512);
  return disconnectAsk.extend({ sender: z.literal(sender), secret });
}

export const evidenceHandlers = {
  'evidence.detect': asking(scopeAsk, ({ project }, { viewer, world, readCatalogue }) =>
    proposeEvidence(project, readCatalogue, viewer, world),
  ),
  'evidence.rotateSecret': asking(nothing, (_, { viewer, secret, newSecret, now }) =>
    rotateEvidenceSecret(viewer, secret, newSecret, now),
  ),
  'evidence.connect': asking(connectAsk, async ({ sender, ...connection }, context) => ({
    names: await connect(sender, connection, context),
  })),
  'evidence.disconnect': asking(disconnectAsk, async ({ sender, name }, context) => ({
    names: await disconnect(sender, name, context),
  })),
} satisfies Handlers<EvidenceContract>;
