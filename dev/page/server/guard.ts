import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Jira's own attachments aside, nothing that the page or a Jira client sends comes near this; in bytes. */
const longestBody = 6 * 1024 * 1024;

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The server listens on loopback only, but any web page in the same browser can point a name of its own at 127.0.0.1
 * (DNS rebinding) or post a form here: so the Host header must be a loopback name, and a request that names an origin must
 * name this one.
 */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!loopbackNames.has(host.replace(/:\d+$/, '')))
    return c.text('This server answers to 127.0.0.1 and localhost only.', 403);
  const origin = c.req.header('origin');
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  if (changes && origin !== undefined && origin !== `http://${host}`)
    return c.text('Requests of other origins are refused.', 403);
  return next();
};

export const limitedBody = bodyLimit({
  maxSize: longestBody,
  onError: (c) =>
    c.json(
      { errorMessages: [`The request is longer than ${String(longestBody)} bytes.`], errors: {} },
      413,
    ),
});

/** What the page itself may load: everything from here, styles that Atlaskit adds at run time included. */
export const pagePolicy: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.has('content-security-policy')) return;
  c.res.headers.set(
    'content-security-policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  );
  c.res.headers.set('x-content-type-options', 'nosniff');
  c.res.headers.set('referrer-policy', 'no-referrer');
};
