import { z } from 'zod';

/**
 * The names of a schema's leaves: the last step of each path, such as `scopeCreep` of `capacity.scopeCreep`. What stands under
 * names of people's choosing (a record) is reached through the record's own name.
 */
export function leavesOf(schema: z.ZodType): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  walk(schema, [], found, new Set());
  return found;
}

function walk(
  schema: unknown,
  path: readonly string[],
  found: Map<string, string>,
  seen: Set<unknown>,
): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  if (schema instanceof z.ZodObject) {
    for (const [name, part] of Object.entries(schema.shape as Record<string, unknown>))
      walk(part, [...path, name], found, new Set(seen));
    return;
  }
  const parts = partsOf(schema);
  for (const part of parts) walk(part, path, found, new Set(seen));
  const last = path.at(-1);
  if (parts.length === 0 && last !== undefined) found.set(path.join('.'), last);
}

function partsOf(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return [schema.unwrap()];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) return [schema.unwrap()];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodPipe) return [schema.in];
  if (schema instanceof z.ZodUnion) return schema.options;
  return [];
}
