import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { contentTypeOf } from './content-type';
import { frameShim } from './frame-shim';
import { tokenStyles } from './token-styles';
import type { SurfaceManifest } from './surface-manifest';

/** Custom UI as Forge serves it: static files below a path of their own, with Forge's content security policy. */
export function surfaceFiles(root: string, { resources, inlineStyles }: SurfaceManifest): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    // The frame is sandboxed, so its origin is opaque: its own modules come to it across origins.
    c.res.headers.set('access-control-allow-origin', '*');
    c.res.headers.set('cache-control', 'no-cache');
  });
  app.get('/tokens.css', (c) =>
    c.body(tokenStyles(), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/ui/:resource/:file{.*}', async (c) => {
    const folder = resources.get(c.req.param('resource'));
    if (folder === undefined) return c.notFound();
    const base = join(root, folder);
    const path = normalize(join(base, c.req.param('file') || 'index.html'));
    if (!path.startsWith(base + sep)) return c.notFound();
    const content = await readFile(path).catch(() => null);
    if (content === null) return c.notFound();
    const type = contentTypeOf(path);
    if (extname(path) !== '.html')
      return c.body(new Uint8Array(content), 200, { 'content-type': type });
    const nonce = randomBytes(16).toString('base64');
    return c.body(withShim(content.toString('utf8'), nonce), 200, {
      'content-type': type,
      'content-security-policy': policy(nonce, inlineStyles),
    });
  });
  return app;
}

const withShim = (html: string, nonce: string): string =>
  html.replace(/<head[^>]*>/i, (head) => `${head}<script nonce="${nonce}">${frameShim}</script>`);

function policy(nonce: string, inlineStyles: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${inlineStyles ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
