import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command';

/** Builds the surfaces' bundle that the manifest's resource points to. Always anew: a stale bundle would be measured otherwise. */
export async function buildUi(root: string): Promise<void> {
  await runCommand('npm', ['run', '--silent', 'build', '--workspace', 'static/ui'], root);
  if (!statSync(join(root, 'static/ui/dist/index.html'), { throwIfNoEntry: false })) {
    throw new Error(
      'static/ui was built, but static/ui/dist/index.html is missing: no surface would load.',
    );
  }
}
