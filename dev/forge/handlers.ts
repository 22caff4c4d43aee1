import type { Manifest } from './manifest';

type Handler = (...args: unknown[]) => unknown;

/** The app's handlers by function key. Throws naming every one that the manifest declares and the app doesn't export. */
export function handlersOf(
  manifest: Manifest,
  app: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  const missing: string[] = [];
  for (const { key, handler } of manifest.functions.values()) {
    const [file, name, ...rest] = handler.split('.');
    const exported =
      file === 'index' && name !== undefined && rest.length === 0 ? app[name] : undefined;
    if (typeof exported === 'function') handlers.set(key, exported as Handler);
    else
      missing.push(
        `function ${key} names the handler ${handler}, which the app doesn't export from its index`,
      );
  }
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return handlers;
}
