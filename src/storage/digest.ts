/** A key for texts of any length and alphabet: SHA-256 in hexadecimal digits. */
export async function digest(...texts: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify(texts)),
  );
  return Buffer.from(bytes).toString('hex');
}
