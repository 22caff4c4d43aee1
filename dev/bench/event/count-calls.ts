import { createRequire } from 'node:module';

/** The room this is called from must not be loaded yet by what is to be counted. */
const load = createRequire(__filename);

/**
 * Counts the calls that other modules make of an exported function, without a hook in it: whoever imports the module from now on gets
 * the function in a wrapping.
 * @param file from this folder
 * @throws Error when somebody has imported the module already, or it exports no such function
 */
export function countCalls(file: string, name: string): () => number {
  const path = load.resolve(file);
  if (path in load.cache) throw new Error(`${file} is loaded already: its calls cannot be counted`);
  const exported = { ...(load(path) as Readonly<Record<string, unknown>>) };
  const counted = exported[name];
  const loaded = load.cache[path];
  if (typeof counted !== 'function' || loaded === undefined)
    throw new Error(`${file} has no function ${name}`);
  let calls = 0;
  loaded.exports = {
    ...exported,
    [name]: (...given: readonly unknown[]): unknown => {
      calls += 1;
      return Reflect.apply(counted, undefined, given);
    },
  };
  return () => calls;
}
