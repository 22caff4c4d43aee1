import ts from 'typescript';
import type { SourceFile } from './source-files';

/** Something that a file does and its room must not. */
export interface Habit {
  readonly file: string;
  readonly line: number;
  readonly what: 'clock' | 'chance' | 'module state' | 'request' | 'process';
  readonly text: string;
}

const CALLS: readonly (readonly [pattern: RegExp, what: Habit['what']])[] = [
  [/^(Date\.now|performance\.now|process\.hrtime)$/, 'clock'],
  [/^(Math\.random|crypto\.randomUUID|randomUUID|randomBytes)$/, 'chance'],
  [/^(fetch|(.*\.)?requestJira)$/, 'request'],
  [/^(process|console)\./, 'process'],
];

/** Reading the clock, throwing dice, making requests, touching the process, and variables that outlive a call. */
export function habitsOf({ path, text }: SourceFile): readonly Habit[] {
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Habit[] = [];
  const add = (node: ts.Node, what: Habit['what']): void => {
    found.push({
      file: path,
      line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
      what,
      text: node.getText(tree).split('\n')[0] ?? '',
    });
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isNewExpression(node) &&
      node.expression.getText(tree) === 'Date' &&
      (node.arguments?.length ?? 0) === 0
    )
      add(node, 'clock');
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(tree);
      for (const [pattern, what] of CALLS) if (pattern.test(callee)) add(node, what);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement) && !isSettled(statement, tree))
      add(statement, 'module state');
  }
  return found;
}

/** A constant that nobody can write into: no `let`, and no empty container waiting to be filled. */
function isSettled(statement: ts.VariableStatement, tree: ts.SourceFile): boolean {
  if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) return false;
  return statement.declarationList.declarations.every(({ initializer }) => {
    if (initializer === undefined) return true;
    return !/^(new (Weak)?(Map|Set)(<[^]*>)?\(\)|\[\]|\{\})$/.test(initializer.getText(tree));
  });
}
