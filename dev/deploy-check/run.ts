import { join } from 'node:path';
import { bundleBackend } from './bundle-backend';
import { lintApp } from './lint-app';
import { sizesOf, sizeTable } from './sizes';
import { buildUi } from './build-ui';
import { installToolchain } from './toolchain';

/** What `forge deploy` would do before uploading, with Atlassian's own linter and bundler and without their servers. */
async function main(): Promise<void> {
  const root = join(__dirname, '../..');
  // Linter and manifest reader look for manifest.yml and tsconfig.json in the working directory.
  process.chdir(root);
  await installToolchain(__dirname);
  await buildUi(root);
  const lint = await lintApp(root);
  console.log(lint.report);
  const bundleDir = await bundleBackend(root);
  console.log(
    sizeTable([...sizesOf('backend', bundleDir), ...sizesOf('ui', join(root, 'static/ui/dist'))]),
  );
  if (lint.errors > 0) throw new Error(`The Forge linter found ${lint.errors} error(s).`);
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
