import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from './open-app';
import { loadTool } from './toolchain';

type Logger = Readonly<
  Record<'info' | 'debug' | 'warn' | 'error' | 'trace', (text: string) => void>
>;

interface EntryPoint {
  readonly name: string;
  readonly path: string;
}

interface Bundler {
  readonly LocalWrapperProvider: new (reader: object, runtimeDir: string) => object;
  readonly getNodeBundler: (
    logger: Logger,
    wrappers: object,
    configFile: object,
  ) => {
    bundle(args: {
      readonly appDirectory: string;
      readonly entryPoints: readonly EntryPoint[];
    }): Promise<{ readonly outputDir: string }>;
  };
}

/** Bundles src/index.ts as `forge deploy` does; returns the folder with the bundle. Throws the compiler's complaint. */
export async function bundleBackend(root: string): Promise<string> {
  const { LocalWrapperProvider, getNodeBundler } = loadTool('@forge/bundler') as Bundler;
  const { reader, configFile } = openApp();
  const quiet = () => undefined;
  const logger = {
    info: quiet,
    debug: quiet,
    trace: quiet,
    warn: console.warn,
    error: console.error,
  };
  const wrappers = new LocalWrapperProvider(reader, emptyRuntime());
  const entryPoints = [{ name: 'index', path: join(root, 'src/index') }];
  const { outputDir } = await getNodeBundler(logger, wrappers, configFile).bundle({
    appDirectory: root,
    entryPoints,
  });
  return outputDir;
}

/** The platform's wrapper around the app comes from a server and is no part of the app: any two scripts stand for it. */
function emptyRuntime(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-runtime-'));
  mkdirSync(join(dir, 'dist'));
  for (const script of ['wrapper', 'loader'])
    writeFileSync(join(dir, 'dist', `${script}.js`), '// stands for the platform\n');
  return dir;
}
