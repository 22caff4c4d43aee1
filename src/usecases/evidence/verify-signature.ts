/** Header that carries the sender's time, in whole seconds since 1970. */
export const TIMESTAMP_HEADER = 'x-ballast-timestamp';
/** Header that carries `sha256=` and the HMAC in hexadecimal digits. */
export const SIGNATURE_HEADER = 'x-ballast-signature';

/** PagerDuty's own header: `v1=` and an HMAC in hexadecimal digits, several with commas while a secret is being replaced. */
export const PAGERDUTY_HEADER = 'x-pagerduty-signature';
/** More signatures than PagerDuty ever sends are not tried. */
const MOST_SIGNATURES = 10;

/** How far the sender's clock may be off, or a delivery late, in either direction. */
const WINDOW_SECONDS = 300;

export interface Signed {
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly body: string;
}

/**
 * Whether whoever knows the secret signed exactly this body at about this time: HMAC-SHA256 over `timestamp.body`. The
 * comparison is Web Crypto's own, which takes as long for a wrong signature as for a right one.
 */
export async function verifySignature(
  { timestamp, signature, body }: Signed,
  secret: string,
  now: Date,
): Promise<'right' | 'wrong' | 'stale'> {
  const claimed = /^sha256=([0-9a-f]{64})$/iu.exec(signature ?? '')?.[1];
  if (claimed === undefined || timestamp === null || !/^\d{1,12}$/u.test(timestamp)) return 'wrong';
  if (!(await signs(secret, claimed, `${timestamp}.${body}`))) return 'wrong';
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= WINDOW_SECONDS ? 'right' : 'stale';
}

/**
 * Whether PagerDuty signed exactly this body with one of these secrets: HMAC-SHA256 over the raw body, without a time. A delivery
 * that somebody sends again is no harm: the same report, or an older one, changes nothing.
 * https://docs.pagerduty.com/developer/verifying-webhook-signatures
 */
export async function signedByPagerDuty(
  header: string,
  body: string,
  secrets: readonly string[],
): Promise<boolean> {
  const claims = header
    .split(',')
    .flatMap((one) => /^\s*v1=([0-9a-f]{64})\s*$/iu.exec(one)?.[1] ?? [])
    .slice(0, MOST_SIGNATURES);
  const tried = await Promise.all(
    secrets.flatMap((secret) => claims.map((claimed) => signs(secret, claimed, body))),
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
