import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './run-command';

/** Installs Atlassian's linter and bundler beside this file, unless what its lock file says is installed already. */
export async function installToolchain(dir: string): Promise<void> {
  const wanted = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex');
  const stamp = join(dir, 'node_modules/.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await runCommand(
    'npm',
    ['ci', '--prefix', dir, '--ignore-scripts', '--no-audit', '--no-fund'],
    dir,
  );
  writeFileSync(stamp, wanted);
}

/**
 * Loads one of the toolchain's modules. They are not packages of the project, so neither the compiler nor a plain import
 * would find them; each caller names the part of the module's shape that it uses.
 */
export function loadTool(name: string): unknown {
  return createRequire(join(__dirname, 'package.json'))(name);
}
