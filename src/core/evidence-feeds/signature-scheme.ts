/** How a tool signs what it sends: HMAC-SHA256 with a secret that both sides know, in hexadecimal digits, in a header. */
export interface SignatureScheme {
  /** Carries the signature; in small letters. */
  readonly header: string;
  /** Stands before the digits, in small letters: `v1=`. */
  readonly prefix: string;
  /** Whether the header may carry several with commas, as while a secret is being replaced: one that fits is enough. */
  readonly several: boolean;
  /** Carries the time of signing in whole seconds since 1970, and `time.body` is signed; null: the body alone is. In small letters. */
  readonly timeHeader: string | null;
}

/** What Ballast asks of tools that have no signature of their own, or of a relay before them. */
export const OWN_SIGNATURE = {
  header: 'x-ballast-signature',
  prefix: 'sha256=',
  several: false,
  timeHeader: 'x-ballast-timestamp',
} as const satisfies SignatureScheme;
