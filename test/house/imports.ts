import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files';

/** One mention of another module. */
export interface Import {
  readonly file: string;
  readonly line: number;
  /** As written. */
  readonly specifier: string;
  /** The other file's path from the root without its ending, for a relative import; else null. */
  readonly target: string | null;
  /** True when nothing of it is left after compilation. */
  readonly typeOnly: boolean;
  /** What is imported by name; empty for everything else (a namespace, a default, an effect). */
  readonly names: readonly string[];
}

/** Every static, dynamic, re-exporting, `require` and in-type import of a file. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Import[] = [];
  const add = (
    at: ts.Node,
    specifier: ts.Node | undefined,
    typeOnly: boolean,
    names: readonly string[] = [],
  ): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = tree.getLineAndCharacterOfPosition(at.getStart(tree)).line + 1;
    found.push({
      file: path,
      line,
      specifier: specifier.text,
      target: targetOf(path, specifier.text),
      typeOnly,
      names,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(
        node,
        node.moduleSpecifier,
        bringsTypesOnly(node.importClause),
        namesOf(node.importClause),
      );
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression, false);
    else if (ts.isCallExpression(node) && isLoading(node.expression))
      add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isLoading(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

function bringsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings))
    return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  if (bindings === undefined || ts.isNamespaceImport(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier).replace(/\.(tsx?|jsx?)$/, '');
}
