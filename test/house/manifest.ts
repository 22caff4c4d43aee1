import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './source-files';

const listed = z.looseObject({ key: z.string() });
const shape = z.looseObject({
  app: z.looseObject({
    storage: z.object({
      entities: z.array(
        z.looseObject({
          name: z.string(),
          attributes: z.record(z.string(), z.unknown()),
          indexes: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).default([]),
        }),
      ),
    }),
  }),
  permissions: z.looseObject({ scopes: z.array(z.string()), external: z.unknown().optional() }),
  modules: z.record(z.string(), z.array(listed)),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string() })),
});

export type Manifest = z.infer<typeof shape>;
export type Module = z.infer<typeof listed> & { readonly type: string };

export const manifest: Manifest = shape.parse(
  parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')),
);

/** Every module with the type it is listed under, functions included. */
export function modules(...types: readonly string[]): readonly Module[] {
  return Object.entries(manifest.modules).flatMap(([type, list]) =>
    types.length === 0 || types.includes(type) ? list.map((one) => ({ ...one, type })) : [],
  );
}

/** Every text that stands under `property` anywhere in `value`. */
export function textsUnder(property: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === property && typeof inner === 'string' ? [inner] : textsUnder(property, inner),
  );
}

/** Every text anywhere in `value`. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
