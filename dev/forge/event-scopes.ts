import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const Scopes = z.array(z.string());
const Mapping = z.object({
  mapping: z.array(
    z.object({
      productEvent: z.string(),
      oAuthScopes: z.object({ current: Scopes.default([]), beta: Scopes.default([]) }),
    }),
  ),
});

/** Atlassian's own table; the package that has it does not export it. */
function readTable(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const home = dirname(createRequire(__filename).resolve('@forge/manifest'));
  const text = readFileSync(join(home, 'mapping/product-event-to-scope-mapping.json'), 'utf8');
  return new Map(
    Mapping.parse(JSON.parse(text)).mapping.map(({ productEvent, oAuthScopes }) => [
      productEvent,
      [oAuthScopes.current, oAuthScopes.beta].filter((way) => way.length > 0),
    ]),
  );
}

let table: ReturnType<typeof readTable> | undefined;

/** True when an app with these scopes is told of such an event: it needs all the classic scopes of it, or else all the granular ones. */
export function mayHear(event: string, granted: readonly string[]): boolean {
  table ??= readTable();
  const ways = table.get(event) ?? [];
  return ways.length === 0 || ways.some((way) => way.every((scope) => granted.includes(scope)));
}
