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
import { scopeIn } from './asks';
import type { Handlers } from './surroundings';

const whichSender = z.object({ sender: z.enum(connectable) });
const named = z.object({ name: z.string().trim().min(1, 'is needed').max(60) });

export const evidenceHandlers = {
  'evidence.detect': async (payload, context) => {
    const { viewer, world, readCatalogue } = context;
    return proposeEvidence(await scopeIn(payload, context), readCatalogue, viewer, world);
  },
  'evidence.rotateSecret': (_payload, { viewer, secret, newSecret, now }) =>
    rotateEvidenceSecret(viewer, secret, newSecret, now),
  'evidence.connect': async (payload, context) => {
    const { sender } = whichSender.parse(payload);
    const { min, shorter } = secretRule(sender);
    const connection = named.extend({ secret: z.string().trim().min(min, shorter).max(512) });
    return { names: await connect(sender, connection.parse(payload), context) };
  },
  'evidence.disconnect': async (payload, context) => {
    const { sender, name } = whichSender.extend(named.shape).parse(payload);
    return { names: await disconnect(sender, name, context) };
  },
} satisfies Handlers<EvidenceContract>;
