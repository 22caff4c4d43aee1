import type { NewEvidenceSecret } from '../../contract/evidence';
import { laterBy } from '../../core/time/utc-day';
import { OWN_SIGNATURE } from '../../core/evidence-feeds/signature-scheme';
import { Declined, Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { EvidenceSecret, OwnSecret } from '../ports/evidence';

/** As long as an administrator needs to set up the tools anew, or to find out that one was forgotten. */
const GRACE_DAYS = 1;

/** What is taken for Ballast's own signature at a moment. */
export function secretsTaken(own: OwnSecret | null, now: Date): readonly string[] {
  if (own === null) return [];
  const { current, older } = own;
  return older !== null && now.getTime() < Date.parse(older.until)
    ? [current, older.secret]
    : [current];
}

/**
 * Makes a new secret that outside tools sign with. It is told this one time. The one before is taken for another day, and the one before
 * that no longer: who knows that a secret was found out makes two.
 * @throws Forbidden unless the person administers Jira; Declined when somebody else made one at the same moment
 */
export async function rotateEvidenceSecret(
  viewer: Viewer,
  secret: EvidenceSecret,
  newSecret: () => string,
  now: Date,
): Promise<NewEvidenceSecret> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may make the secret for evidence from outside');
  const made = newSecret();
  let olderUntil: string | null = null;
  const replaced = await secret.replace((before) => {
    olderUntil = before === null ? null : laterBy(GRACE_DAYS, now).toISOString();
    return {
      current: made,
      older:
        before === null || olderUntil === null
          ? null
          : { secret: before.current, until: olderUntil },
    };
  });
  if (!replaced)
    throw new Declined(
      'Somebody else made a new secret at the same moment',
      'Ask them for it, or make another one: theirs is then taken for one more day.',
    );
  return {
    secret: made,
    olderUntil,
    timestampHeader: OWN_SIGNATURE.timeHeader,
    signatureHeader: OWN_SIGNATURE.header,
  };
}
