import { z } from 'zod';
import type {
  EvidenceDetection,
  NewEvidenceSecret,
  PagerDutyConnections,
} from '../contract/evidence';
import { rotateEvidenceSecret } from '../usecases/evidence/rotate-secret';
import type { Viewer, World } from '../usecases/ports/world';
import { connectPagerDuty, disconnectPagerDuty } from '../usecases/evidence/webhook-connections';
import type { EvidenceSecret } from '../usecases/ports/evidence';
import { proposeEvidence, type ReadCatalogue } from '../usecases/evidence/propose-settings';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../usecases/evidence/verify-signature';

export interface SecretKeeper {
  readonly viewer: Viewer;
  readonly secret: EvidenceSecret;
  /** 256 random bits in hexadecimal digits. */
  readonly newSecret: () => string;
}

/** `evidence.rotateSecret` */
export async function answerEvidenceRotateSecret({
  viewer,
  secret,
  newSecret,
}: SecretKeeper): Promise<NewEvidenceSecret> {
  return {
    secret: await rotateEvidenceSecret(viewer, secret, newSecret),
    timestampHeader: TIMESTAMP_HEADER,
    signatureHeader: SIGNATURE_HEADER,
  };
}

const connection = z.object({
  name: z.string().trim().min(1, 'is needed').max(60),
  secret: z.string().trim().min(16, 'is shorter than PagerDuty makes any').max(512),
});

/** `evidence.connectPagerDuty` */
export async function answerConnectPagerDuty(
  payload: unknown,
  keeper: SecretKeeper,
): Promise<PagerDutyConnections> {
  return { names: await connectPagerDuty(connection.parse(payload), keeper) };
}

/** `evidence.disconnectPagerDuty` */
export async function answerDisconnectPagerDuty(
  payload: unknown,
  keeper: SecretKeeper,
): Promise<PagerDutyConnections> {
  return {
    names: await disconnectPagerDuty(connection.pick({ name: true }).parse(payload).name, keeper),
  };
}

export interface Catalogue {
  readonly viewer: Viewer;
  readonly world: World;
  readonly readCatalogue: ReadCatalogue;
}

const ask = z.object({
  project: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,254}$/u, 'must be a project key')
    .nullable(),
});

/** `evidence.detect` */
export async function answerEvidenceDetect(
  payload: unknown,
  { viewer, world, readCatalogue }: Catalogue,
): Promise<EvidenceDetection> {
  return proposeEvidence(ask.parse(payload).project, readCatalogue, viewer, world);
}
