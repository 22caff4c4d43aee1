import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Surface, SurfaceType } from '../wire';

const surfaceModule = z.looseObject({
  key: z.string(),
  resource: z.string(),
  title: z.string(),
  label: z.string().optional(),
});
const TYPES = [
  'jira:issuePanel',
  'jira:issueContext',
  'jira:projectSettingsPage',
  'jira:adminPage',
] as const satisfies readonly SurfaceType[];
const manifestFile = z.looseObject({
  app: z.looseObject({ id: z.string() }),
  permissions: z
    .looseObject({ content: z.looseObject({ styles: z.array(z.string()).default([]) }).optional() })
    .optional(),
  modules: z.record(z.string(), z.unknown()),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string() })).default([]),
});

/** The part of manifest.yml that decides what is shown where in Jira. */
export interface SurfaceManifest {
  readonly surfaces: readonly Surface[];
  /** Resource key → folder of its built files, relative to the manifest. */
  readonly resources: ReadonlyMap<string, string>;
  /** `permissions.content.styles` has `unsafe-inline`. */
  readonly inlineStyles: boolean;
}

/** Throws when the manifest is malformed. */
export function readSurfaces(path: string): SurfaceManifest {
  const { modules, resources, permissions } = manifestFile.parse(parse(readFileSync(path, 'utf8')));
  const surfacesOf = (type: SurfaceType) =>
    z
      .array(surfaceModule)
      .default([])
      .parse(modules[type])
      .map(({ key, resource, title, label }): Surface => ({
        key,
        type,
        title,
        label: label ?? title,
        src: `/__forge/ui/${resource}/index.html`,
      }));
  return {
    surfaces: TYPES.flatMap(surfacesOf),
    resources: new Map(resources.map((resource) => [resource.key, resource.path])),
    inlineStyles: permissions?.content?.styles.includes('unsafe-inline') ?? false,
  };
}
