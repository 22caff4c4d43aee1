import type { SignatureScheme } from '../../core/evidence-feeds/signature-scheme';

/** More signatures than any tool ever sends are not tried. */
const MAX_SIGNATURES = 10;

/** How far the sender's clock may be off, or a delivery late, in either direction. */
const WINDOW_SECONDS = 300;

export interface Signed {
  /** What a header says, by its name in small letters; several of the name with commas. */
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/**
 * Whether whoever knows one of these secrets signed exactly this body, and at about this time where the scheme has one. The
 * comparison is Web Crypto's own, which takes as long for a wrong signature as for a right one.
 */
export async function verifySignature(
  scheme: SignatureScheme,
  { header, body }: Signed,
  secrets: readonly string[],
  now: Date,
): Promise<'right' | 'wrong' | 'stale'> {
  const claims = claimsIn(header(scheme.header) ?? '', scheme);
  if (scheme.timeHeader === null)
    return (await anySigns(secrets, claims, body)) ? 'right' : 'wrong';
  const time = header(scheme.timeHeader) ?? '';
  if (!/^\d{1,12}$/u.test(time)) return 'wrong';
  if (!(await anySigns(secrets, claims, `${time}.${body}`))) return 'wrong';
  return Math.abs(now.getTime() / 1_000 - Number(time)) <= WINDOW_SECONDS ? 'right' : 'stale';
}

/** The digits of every signature in a header that has the scheme's shape. */
function claimsIn(header: string, { prefix, several }: SignatureScheme): readonly string[] {
  return (several ? header.split(',').map((one) => one.trim()) : [header])
    .filter((one) => one.toLowerCase().startsWith(prefix))
    .map((one) => one.slice(prefix.length))
    .filter((digits) => /^[0-9a-f]{64}$/iu.test(digits))
    .slice(0, MAX_SIGNATURES);
}

/** All are tried to the end, whichever fits. */
async function anySigns(
  secrets: readonly string[],
  claims: readonly string[],
  said: string,
): Promise<boolean> {
  const tried = await Promise.all(
    secrets.flatMap((secret) => claims.map((claimed) => signs(secret, claimed, said))),
  );
  return tried.includes(true);
}

async function signs(secret: string, claimed: string, said: string): Promise<boolean> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    text.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return crypto.subtle.verify('HMAC', key, Buffer.from(claimed, 'hex'), text.encode(said));
}
