import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A workspace that vite builds, and the folders whose change makes its build old; all relative to the project's root. */
export interface Bundle {
  readonly workspace: string;
  readonly folder: string;
  readonly sources: readonly string[];
}

export const pageBundle: Bundle = {
  workspace: 'ballast-page',
  folder: 'dev/page',
  sources: [
    'dev/page/src',
    'dev/page/public',
    'dev/page/wire.ts',
    'dev/page/index.html',
    'dev/page/vite.config.mts',
    'dev/page/package.json',
  ],
};

export const uiBundle: Bundle = {
  workspace: 'ballast-ui',
  folder: 'static/ui',
  sources: [
    'static/ui/src',
    'static/ui/index.html',
    'static/ui/vite.config.mts',
    'static/ui/package.json',
    'src/contract.ts',
    'src/core',
  ],
};

/** Builds what is missing or older than its sources. Throws with what the build said when it fails. */
export function buildIfStale(root: string, bundle: Bundle, say: (line: string) => void): void {
  const built = join(root, bundle.folder, 'dist/index.html');
  if (
    existsSync(built) &&
    statSync(built).mtimeMs >= newest(bundle.sources.map((each) => join(root, each)))
  )
    return;
  say(`Building ${bundle.folder} …`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, bundle.folder),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0)
    throw new Error(`${bundle.folder} could not be built:\n${run.stdout}${run.stderr}`);
}

function newest(paths: readonly string[]): number {
  return paths.reduce((latest, path) => Math.max(latest, changedAt(path)), 0);
}

function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  return stats.isDirectory()
    ? newest(readdirSync(path).map((name) => join(path, name)))
    : stats.mtimeMs;
}
