import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the data beside the project. Throws when it is missing: a check that saw no data has shown nothing. */
export function realData(path: string): string {
  const folder = process.env['REAL_DATA'];
  if (folder === undefined)
    throw new Error('REAL_DATA names no folder: run these tests with `npm run test:real-data`.');
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  return file;
}
