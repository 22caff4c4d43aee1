import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSurfaces } from '../../page/server/surface-manifest';

/** Key of the manifest's resource that every surface comes from. */
const RESOURCE = 'ui';

/**
 * Builds the page that the panel is weighed against with the configuration of the panel's own build.
 * @returns a folder that can be served like the project's root: the manifest, and the bare page where it points to
 * @throws with what the build said when it fails
 */
export function buildBarePage(root: string): string {
  const bareRoot = join(root, '.cache/bench-panel');
  const manifest = join(root, 'manifest.yml');
  const folder = readSurfaces(manifest).resources.get(RESOURCE);
  if (folder === undefined) throw new Error(`manifest.yml has no resource ${RESOURCE}`);
  mkdirSync(bareRoot, { recursive: true });
  copyFileSync(manifest, join(bareRoot, 'manifest.yml'));
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      join(root, 'dev/bench/panel/bare'),
      '--config',
      join(root, 'static/ui/vite.config.mts'),
      '--outDir',
      join(bareRoot, folder),
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (run.status !== 0)
    throw new Error(`The bare page could not be built:\n${run.stdout}${run.stderr}`);
  return bareRoot;
}
