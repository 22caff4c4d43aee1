import type { Import } from './imports';

/** The circles among modules, types included: each as the files on it, in order, closed. */
export function circlesIn(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const found of imports) {
    if (found.target === null) continue;
    const from = found.file.replace(/\.tsx?$/, '');
    next.set(from, (next.get(from) ?? new Set()).add(found.target));
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
}
