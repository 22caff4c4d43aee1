/** A member of an answer whose shape nobody vouches for; undefined where there is none. */
export function jsonMember(whole: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? (Reflect.get(part, name) as unknown) : undefined,
    whole,
  );
}
