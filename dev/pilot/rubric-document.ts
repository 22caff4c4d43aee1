import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { BadArguments, type PilotArguments } from './arguments';

/** The document to publish: the file's, with the projects and types named on the command line added to its evidence. */
export async function rubricDocument({
  rubric,
  supportProject,
  incidentType,
}: Pick<PilotArguments, 'rubric' | 'supportProject' | 'incidentType'>): Promise<
  Record<string, unknown>
> {
  const document = rubric === null ? {} : await readDocument(rubric);
  const evidence = objectAt(document, 'evidence');
  if (supportProject === null && incidentType === null) return document;
  return {
    ...document,
    evidence: {
      ...evidence,
      ...(supportProject === null
        ? {}
        : { support: withName(objectAt(evidence, 'support'), 'projects', supportProject) }),
      ...(incidentType === null
        ? {}
        : { incidents: withName(objectAt(evidence, 'incidents'), 'types', incidentType) }),
    },
  };
}

async function readDocument(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new BadArguments(
      `The rubric ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause, showUsage: false },
    );
  });
  try {
    const document: unknown = parse(text);
    if (isObject(document)) return document;
  } catch (cause) {
    throw new BadArguments(
      `The rubric ${file} is neither JSON nor YAML: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause, showUsage: false },
    );
  }
  throw new BadArguments(`The rubric ${file} is not one object`, { showUsage: false });
}

function objectAt(parent: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = parent[name];
  return isObject(value) ? value : {};
}

function withName(
  settings: Record<string, unknown>,
  list: string,
  name: string,
): Record<string, unknown> {
  const names = settings[list];
  return { ...settings, [list]: [...(Array.isArray(names) ? (names as unknown[]) : []), name] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
