/**
 * What stands in an object under a name that people or other tools have chosen; undefined when nothing does. Without asking whose
 * it is, a criterion or a person of the name `constructor` would find what every object inherits.
 */
export function ownMember<T>(of: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
