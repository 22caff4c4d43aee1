import type { z } from 'zod';
import { type DateOrder, readDate } from './dates';

/** Reads one issue's fields one by one and remembers what was odd about them. */
export interface FieldReader {
  /** Left out, with a warning, when the value has an unexpected shape. */
  read<Output>(name: string, shape: z.ZodType<Output>): Output | undefined;
  /** An ISO time in UTC. What is not a date is a complaint: the issue can't be imported. */
  time(name: string): string | undefined;
  /** A calendar day, `YYYY-MM-DD`. */
  day(name: string): string | undefined;
  toTime(value: string | number, what: string): string | undefined;
  readonly warn: (reason: string) => void;
  readonly warnings: readonly string[];
  readonly complaints: readonly string[];
}

export function createFieldReader(
  fields: Readonly<Record<string, unknown>>,
  order?: DateOrder,
): FieldReader {
  const warnings: string[] = [];
  const complaints: string[] = [];

  function dateOf(
    value: unknown,
    what: string,
  ): { readonly ms: number; readonly day: string } | undefined {
    if (value === null || value === undefined || value === '') return undefined;
    const found =
      typeof value === 'string' || typeof value === 'number' ? readDate(value, order) : undefined;
    if (found?.ok) return found;
    complaints.push(`${what}: ${found?.reason ?? 'a date is expected'}`);
    return undefined;
  }

  function toTime(value: unknown, what: string): string | undefined {
    const found = dateOf(value, what);
    return found && new Date(found.ms).toISOString();
  }

  return {
    read(name, shape) {
      const value = fields[name];
      if (value === null || value === undefined) return undefined;
      const accepted = shape.safeParse(value);
      if (accepted.success) return accepted.data;
      warnings.push(`${name} has an unexpected shape and is left out`);
      return undefined;
    },
    time: (name) => toTime(fields[name], name),
    day: (name) => dateOf(fields[name], name)?.day,
    toTime,
    warn: (reason) => void warnings.push(reason),
    warnings,
    complaints,
  };
}
