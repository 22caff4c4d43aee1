import { createHmac } from 'node:crypto';

/** A delivery to the web trigger, signed at a moment in milliseconds since 1970. */
export function signed(body: string, secret: string, at: number) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    method: 'POST',
    path: '',
    headers: {
      'X-Ballast-Timestamp': [timestamp],
      'X-Ballast-Signature': [`sha256=${signature}`],
    },
    queryParameters: {},
    body,
  } as const;
}
