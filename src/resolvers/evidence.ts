import { z } from 'zod';
import type { EvidenceDetection, NewEvidenceSecret } from '../contract/evidence';
import { rotateEvidenceSecret } from '../usecases/evidence-secret';
import type { Viewer, World } from '../usecases/ports';
import type { EvidenceSecret } from '../usecases/ports/evidence';
import { proposeEvidence, type ReadCatalogue } from '../usecases/propose-evidence';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../usecases/verify-signature';

export interface SecretKeeper {
  readonly viewer: Viewer;
  readonly secret: EvidenceSecret;
  /** 256 random bits in hexadecimal digits. */
  readonly newSecret: () => string;
}

/** `evidence.rotateSecret` */
export async function answerEvidenceRotateSecret({ viewer, secret, newSecret }: SecretKeeper): Promise<NewEvidenceSecret> {
  return { secret: await rotateEvidenceSecret(viewer, secret, newSecret), timestampHeader: TIMESTAMP_HEADER, signatureHeader: SIGNATURE_HEADER };
}

export interface Catalogue {
  readonly viewer: Viewer;
  readonly world: World;
  readonly readCatalogue: ReadCatalogue;
}

const ask = z.object({ project: z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/u, 'must be a project key').nullable() });

/** `evidence.detect` */
export async function answerEvidenceDetect(payload: unknown, { viewer, world, readCatalogue }: Catalogue): Promise<EvidenceDetection> {
  return proposeEvidence(ask.parse(payload).project, readCatalogue, viewer, world);
}
