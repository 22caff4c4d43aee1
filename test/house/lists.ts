import ts from 'typescript';
import type { SourceFile } from './source-files';
import { bands } from '../../src/core/terms/band';
import { horizons } from '../../src/core/terms/horizon';
import { lanes } from '../../src/core/terms/lane';

const LISTS: readonly (readonly [of: string, names: readonly string[]])[] = [
  ['lanes', lanes],
  ['bands', bands],
  ['horizons', horizons],
];

/**
 * Lists of lanes, bands or horizons that are written out: arrays, and unions of types, that name two or more of one. A single
 * name is not a list: the compiler holds it against the one that there is.
 */
export function listsWrittenOut({ path, text }: SourceFile): readonly string[] {
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named = namesIn(node);
    for (const [of, names] of LISTS) {
      if (named.filter((name) => names.includes(name)).length < 2) continue;
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      found.push(`${path}:${line} lists ${of}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function namesIn(node: ts.Node): readonly string[] {
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((one) => (ts.isStringLiteralLike(one) ? [one.text] : []));
  if (!ts.isUnionTypeNode(node)) return [];
  return node.types.flatMap((one) =>
    ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? [one.literal.text] : [],
  );
}
