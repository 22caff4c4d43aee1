import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** One TypeScript file of the project. */
export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All TypeScript under the folders named, without what is installed, built or cached. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function filesUnder(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['node_modules', 'dist', '.cache'].includes(entry.name) ? [] : filesUnder(path);
    return /\.tsx?$/.test(entry.name)
      ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }]
      : [];
  });
}
