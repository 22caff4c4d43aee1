import { z } from 'zod';
import type { EvidenceContract } from '../contract/evidence';
import { proposeEvidence } from '../usecases/evidence/propose-settings';
import { rotateEvidenceSecret } from '../usecases/evidence/rotate-secret';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../usecases/evidence/verify-signature';
import { connectPagerDuty, disconnectPagerDuty } from '../usecases/evidence/webhook-connections';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const connection = z.object({
  name: z.string().trim().min(1, 'is needed').max(60),
  secret: z.string().trim().min(16, 'is shorter than PagerDuty makes any').max(512),
});

export const evidenceHandlers = {
  'evidence.detect': (payload, { viewer, world, readCatalogue }) =>
    proposeEvidence(scopeAsk.parse(payload).project, readCatalogue, viewer, world),
  'evidence.rotateSecret': async (_payload, { viewer, secret, newSecret }) => ({
    secret: await rotateEvidenceSecret(viewer, secret, newSecret),
    timestampHeader: TIMESTAMP_HEADER,
    signatureHeader: SIGNATURE_HEADER,
  }),
  'evidence.connectPagerDuty': async (payload, context) => ({
    names: await connectPagerDuty(connection.parse(payload), context),
  }),
  'evidence.disconnectPagerDuty': async (payload, context) => ({
    names: await disconnectPagerDuty(connection.pick({ name: true }).parse(payload).name, context),
  }),
} satisfies Handlers<EvidenceContract>;
