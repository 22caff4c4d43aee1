import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the package that a module belongs to; null for a module of our own, or one that the bundler made. */
function packageOf(module: string): string | null {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(module) ?? [];
  return folder ?? null;
}

interface Named {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/** What a package says of its licence: its own file, else the name of the licence. */
function notice(folder: string): string {
  const {
    name = folder,
    version = '',
    license = 'see its page',
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Named;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/iu.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** Puts the licences of all packages of which something is in the build beside it: each of them asks for that. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : [],
      );
      const folders = new Set(modules.flatMap((module) => packageOf(module) ?? []));
      const notices = [...folders]
        .filter((folder) => existsSync(join(folder, 'package.json')))
        .map(notice);
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: `${[...new Set(notices)].sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
      });
    },
  };
}
