import ts from 'typescript';
import type { SourceFile } from './source-files';

/** Where the app is put together, and the rooms that run whatever a feature gives them. */
const FREE = [
  'src/index.ts',
  'src/resolvers/surroundings.ts',
  'src/entrypoints/',
  'src/usecases/ports/',
  'src/usecases/jobs/',
  'src/usecases/scoring/',
];

/** The one place of a room that says what it reaches. */
const NEEDS = /^src\/usecases\/[^/]+\/needs\.ts$/;

/**
 * Places that name the whole world, `World`, though they are features: also by a detour over somebody who asks, or renamed. A room's
 * `needs.ts` picks from it by name.
 */
export function worldNamed({ path, text }: SourceFile): readonly string[] {
  const inNeeds = NEEDS.test(path);
  if (!inNeeds && FREE.some((free) => path.startsWith(free))) return [];
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named = ts.isIdentifier(node) && node.text === 'World';
    if ((named && !(inNeeds && mayPick(node, tree))) || isDetour(node, tree)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${path}:${line + 1} ${node.parent.getText(tree).split('\n')[0] ?? ''}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `Asking['world']`: the same without its name. */
function isDetour(node: ts.Node, tree: ts.SourceFile): boolean {
  return ts.isIndexedAccessTypeNode(node) && /^'world'$/.test(node.indexType.getText(tree));
}

/** In an import without another name, or the first argument of a `Pick` whose members are written out. */
function mayPick(node: ts.Node, tree: ts.SourceFile): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent)) return parent.propertyName === undefined;
  const pick = parent.parent;
  if (!ts.isTypeReferenceNode(parent) || !ts.isTypeReferenceNode(pick)) return false;
  const [from, members] = pick.typeArguments ?? [];
  return (
    pick.typeName.getText(tree) === 'Pick' &&
    from === parent &&
    members !== undefined &&
    (ts.isUnionTypeNode(members) ? [...members.types] : [members]).every((member) =>
      ts.isLiteralTypeNode(member),
    )
  );
}
