import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { contentTypeOf } from './content-type';

/** The built page: its files, and index.html for every address that the page's own router knows. */
export function pageFiles(dist: string): MiddlewareHandler {
  return async (c) => {
    const asked = decoded(c.req.path);
    if (asked === null) return c.text('This address cannot be read.', 400);
    const path = normalize(join(dist, asked));
    if (path !== dist && !path.startsWith(dist + sep)) return c.notFound();
    const named = extname(path) === '' ? null : await readFile(path).catch(() => null);
    if (named !== null) {
      const forever = c.req.path.startsWith('/assets/')
        ? { 'cache-control': 'max-age=31536000, immutable' }
        : {};
      return c.body(new Uint8Array(named), 200, {
        'content-type': contentTypeOf(path),
        ...forever,
      });
    }
    if (c.req.path.startsWith('/assets/')) return c.notFound();
    const index = await readFile(join(dist, 'index.html'));
    return c.body(new Uint8Array(index), 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  };
}

/** Null for what no address encodes, such as `%zz`, or has no file in, such as a NUL. */
function decoded(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
