import type { NewEvidenceSecret } from '../../contract/evidence';
import { OWN_SIGNATURE } from '../../core/evidence-feeds/signature-scheme';
import { Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { EvidenceSecret } from '../ports/evidence';

/**
 * Makes a new secret that outside tools sign with; the one before stops working at once. It is told this one time.
 * @throws Forbidden unless the person administers Jira.
 */
export async function rotateEvidenceSecret(
  viewer: Viewer,
  secret: EvidenceSecret,
  newSecret: () => string,
): Promise<NewEvidenceSecret> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may make the secret for evidence from outside');
  const made = newSecret();
  await secret.replace(made);
  return {
    secret: made,
    timestampHeader: OWN_SIGNATURE.timeHeader,
    signatureHeader: OWN_SIGNATURE.header,
  };
}
