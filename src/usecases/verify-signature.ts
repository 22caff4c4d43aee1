/** Header that carries the sender's time, in whole seconds since 1970. */
export const TIMESTAMP_HEADER = 'x-ballast-timestamp';
/** Header that carries `sha256=` and the HMAC in hexadecimal digits. */
export const SIGNATURE_HEADER = 'x-ballast-signature';

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
export async function verifySignature({ timestamp, signature, body }: Signed, secret: string, now: Date): Promise<'right' | 'wrong' | 'stale'> {
  const claimed = /^sha256=([0-9a-f]{64})$/iu.exec(signature ?? '')?.[1];
  if (claimed === undefined || timestamp === null || !/^\d{1,12}$/u.test(timestamp)) return 'wrong';
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!(await crypto.subtle.verify('HMAC', key, Buffer.from(claimed, 'hex'), text.encode(`${timestamp}.${body}`)))) return 'wrong';
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= WINDOW_SECONDS ? 'right' : 'stale';
}
