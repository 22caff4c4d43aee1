import ts from 'typescript';
import type { SourceFile } from './source-files';

/** Words that meant something to their author alone, or several things; the glossary has the field's. */
const PRIVATE: ReadonlySet<string> = new Set([
  'held',
  'told',
  'drain',
  'drained',
  'drains',
  'echo',
  'mark',
  'desk',
  'scene',
  'deed',
  'put',
  'wish',
]);

/** Members that are stored, or asked for in the contract, under such a name, with the files that have to spell it. */
export const STORED: Readonly<Record<string, readonly string[]>> = {
  // Of a run's record, its requests and what is queued.
  drain: ['src/storage/rescore-requests.ts'],
  drains: ['src/storage/rescore-requests.ts'],
  echo: ['src/storage/rescore-requests.ts', 'src/entrypoints/rescore-consumer.ts'],
  // Name of the entity in manifest.yml.
  mark: ['src/storage/batches.ts'],
  // Of the notes for the setup check.
  drained: [
    'src/usecases/ports/upkeep.ts',
    'src/usecases/health/notes.ts',
    'src/usecases/health/view-health.ts',
    'src/storage/notes.ts',
  ],
  // Of a job's order, and of what is asked of an override.
  wish: [
    'src/usecases/ports/upkeep.ts',
    'src/usecases/jobs/control-job.ts',
    'src/usecases/jobs/daily-run.ts',
    'src/usecases/jobs/start-job.ts',
    'src/usecases/pilot/switch-pilot.ts',
    'src/usecases/preview/preview-runs.ts',
    'src/contract/overrides.ts',
    'src/resolvers/overrides.ts',
    'static/ui/src/surfaces/panel/overrides/effect.tsx',
    'static/ui/src/surfaces/panel/overrides/request-form.tsx',
  ],
};

export interface PrivateName {
  readonly file: string;
  readonly word: string;
  readonly name: string;
}

/** What a file declares under a name that has such a word among its parts: `lastTold`, `markOf`. */
export function privateNames({ path, text }: SourceFile): readonly PrivateName[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: PrivateName[] = [];
  const visit = (node: ts.Node): void => {
    if (isDeclaredName(node))
      for (const word of wordsOf(node.text))
        if (PRIVATE.has(word)) found.push({ file: path, word, name: node.text });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isDeclaredName(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent)) &&
    parent.name === node
  );
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]+/);
}

/** Names of exported types, with the files that export one. */
export function exportedTypes(
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const statement of tree.statements) {
      const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
      if (!isType) continue;
      const isExported = statement.modifiers?.some(
        ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
      );
      if (isExported !== true) continue;
      const { text: name } = statement.name;
      found.set(name, [...(found.get(name) ?? []), path]);
    }
  }
  return found;
}
