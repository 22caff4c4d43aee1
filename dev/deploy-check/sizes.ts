import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file that would be deployed. Bytes. */
export interface BundleSize {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
}

/** Code and styles under `dir`; source maps are for people and are left out. */
export function sizesOf(label: string, dir: string): readonly BundleSize[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(c?js|css|html)$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(dir, file));
      return { file: `${label}/${file}`, raw: bytes.length, gzip: gzipSync(bytes).length };
    });
}

/** Bytes; smaller files are counted in the totals and not listed. */
const WORTH_A_LINE = 20_000;

/** The sizes as a table for a terminal, with a total a bundle label. */
export function sizeTable(sizes: readonly BundleSize[]): string {
  const labels = [...new Set(sizes.map(({ file }) => file.slice(0, file.indexOf('/'))))];
  const totals = labels.map((label) => {
    const own = sizes.filter(({ file }) => file.startsWith(`${label}/`));
    return {
      file: `${label}, all ${own.length} files`,
      raw: sum(own, 'raw'),
      gzip: sum(own, 'gzip'),
    };
  });
  const rows = [...sizes.filter(({ raw }) => raw >= WORTH_A_LINE), ...totals].map(
    ({ file, raw, gzip }) => [file, kilobytes(raw), kilobytes(gzip)] as const,
  );
  const width = Math.max(...rows.map(([file]) => file.length));
  return [['bundle', 'raw', 'gzip'] as const, ...rows]
    .map(([file, raw, gzip]) => `${file.padEnd(width)}  ${raw.padStart(10)}  ${gzip.padStart(10)}`)
    .join('\n');
}

function sum(sizes: readonly BundleSize[], kind: 'raw' | 'gzip'): number {
  return sizes.reduce((total, size) => total + size[kind], 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
