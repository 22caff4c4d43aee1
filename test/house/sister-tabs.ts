import { posix } from 'node:path';
import { importsOf, type Import } from './imports';
import type { SourceFile } from './source-files';

/** Tabs of a surface: folders beside each other that its tab-list.ts opens. */
interface Surface {
  /** The surface's folder, from the project's root. */
  readonly folder: string;
  readonly tabs: ReadonlySet<string>;
}

/** Surfaces with tabs, as their tab lists name them. */
export function surfacesWithTabs(files: readonly SourceFile[]): readonly Surface[] {
  return files
    .filter(({ path }) => path.endsWith('/tab-list.ts'))
    .map((list) => {
      const folder = posix.dirname(list.path);
      const rooms = importsOf(list).flatMap(({ target, typeOnly }) =>
        target === null || typeOnly ? [] : (roomIn(folder, target) ?? []),
      );
      return { folder, tabs: new Set(rooms) };
    });
}

/** Imports between two tabs of a surface, and of a tab by a room that several share: what two tabs need goes into a room of its own. */
export function importsOfSisters(
  imports: readonly Import[],
  surfaces: readonly Surface[],
): readonly string[] {
  return surfaces.flatMap(({ folder, tabs }) =>
    imports.flatMap(({ file, line, specifier, target }) => {
      const own = roomIn(folder, file);
      const other = target === null ? null : roomIn(folder, target);
      return own === null || other === null || own === other || !tabs.has(other)
        ? []
        : [`${file}:${line} imports ${specifier}`];
    }),
  );
}

/** Imports of a surface's files by another surface, or by a room that surfaces share. */
export function importsAcrossSurfaces(imports: readonly Import[]): readonly string[] {
  const source = 'static/ui/src';
  return imports.flatMap(({ file, line, specifier, target }) => {
    const room = roomIn(source, file);
    const other = target === null ? null : roomIn(`${source}/surfaces`, target);
    const allowed = room === null || other === null || roomIn(`${source}/surfaces`, file) === other;
    return allowed ? [] : [`${file}:${line} imports ${specifier}`];
  });
}

/** The folder below `folder` that a path lies in; null for what lies elsewhere, or loose in `folder`. */
function roomIn(folder: string, path: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null;
  const [room, ...rest] = path.slice(folder.length + 1).split('/');
  return rest.length === 0 ? null : (room ?? null);
}
