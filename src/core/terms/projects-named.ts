const NAMING = ['incidents', 'support'] as const;

/** Keys of projects that a rubric names, to tell incidents and requests by. */
export function projectsNamedIn(document: unknown): readonly string[] {
  return [...new Set(NAMING.flatMap((part) => projectsOf(partOf(document, part))))];
}

/** The rubric with other keys in their place. */
export function withProjectKeys(document: unknown, keyOf: (key: string) => string): unknown {
  if (!isPlain(document) || !isPlain(document['evidence'])) return document;
  const changed = NAMING.flatMap((part) => {
    const settings = partOf(document, part);
    return isPlain(settings) && projectsOf(settings).length > 0
      ? [[part, { ...settings, projects: [...new Set(projectsOf(settings).map(keyOf))] }]]
      : [];
  });
  const evidence = { ...document['evidence'], ...(Object.fromEntries(changed) as object) };
  return { ...document, evidence };
}

function partOf(document: unknown, part: (typeof NAMING)[number]): unknown {
  const evidence = isPlain(document) ? document['evidence'] : null;
  return isPlain(evidence) ? evidence[part] : null;
}

function projectsOf(settings: unknown): readonly string[] {
  const projects = isPlain(settings) ? settings['projects'] : null;
  return Array.isArray(projects)
    ? projects.filter((one): one is string => typeof one === 'string')
    : [];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
