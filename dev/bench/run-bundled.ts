import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { join } from 'node:path';

const OUT = join(__dirname, '../../.cache/bench');

/**
 * Runs a module of this folder in a Node.js process of its own, bundled as the app is when it is deployed, and gives what the module
 * sends. The loader that runs everything else here gives each inner function its name whenever it is made, which takes as long as
 * half a card.
 * @throws Error when it ends without having sent anything
 */
export async function runBundled<T>(file: string, args: readonly string[]): Promise<T> {
  const outfile = join(OUT, file.replace(/\.ts$/u, '.js'));
  await build({
    entryPoints: [join(__dirname, file)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const child = fork(outfile, args, { execArgv: ['--max-old-space-size=1700'] });
  return new Promise((resolve, reject) => {
    child.once('message', (sent) => resolve(sent as T));
    child.once('exit', (code) =>
      reject(new Error(`${file} ended with ${String(code)} and sent nothing`)),
    );
  });
}
