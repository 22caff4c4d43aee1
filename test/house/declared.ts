import ts from 'typescript';
import type { SourceFile } from './source-files';

/** The members of an interface, by name. Throws when the file has no such interface. */
export function membersOf(name: string, file: SourceFile): readonly string[] {
  const found = nodesOf(file).find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (found === undefined || !ts.isInterfaceDeclaration(found))
    throw new Error(`${file.path} has no interface ${name}`);
  return found.members.flatMap(({ name: member }) =>
    member && (ts.isStringLiteral(member) || ts.isIdentifier(member)) ? [member.text] : [],
  );
}

/** First arguments of the calls to `callee`, when they are written out. */
export function firstArguments(callee: RegExp, file: SourceFile): readonly string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) || !callee.test(node.expression.getText())) return [];
    const [first] = node.arguments;
    return first !== undefined && ts.isStringLiteralLike(first) ? [first.text] : [];
  });
}

/** Quoted property names, such as the keys of a table of handlers. */
export function quotedNames(file: SourceFile): readonly string[] {
  return nodesOf(file).flatMap((node) =>
    ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) ? [node.name.text] : [],
  );
}

/** Texts that a file exports under names with this ending, such as LEDGER_ENTITY. */
export function exportedTexts(ending: string, file: SourceFile): readonly string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isVariableDeclaration(node) || !node.name.getText().endsWith(ending)) return [];
    const statement = node.parent.parent;
    const exported =
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return exported && node.initializer && ts.isStringLiteral(node.initializer)
      ? [node.initializer.text]
      : [];
  });
}

/** One REST operation that the code asks for, such as `GET /rest/api/3/issue/{}`; the query is left off. */
export function restOperations(file: SourceFile): readonly string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'route') return [];
    const path = ts.isNoSubstitutionTemplateLiteral(node.template)
      ? node.template.text
      : [
          node.template.head.text,
          ...node.template.templateSpans.map(({ literal }) => literal.text),
        ].join('{}');
    return [`${methodBeside(node, file)} ${path.replace(/\?.*$/, '')}`];
  });
}

/** The `method` written in the nearest object around a route. */
function methodBeside(route: ts.Node, file: SourceFile): string {
  for (let node: ts.Node = route; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isObjectLiteralExpression(node)) continue;
    const method = node.properties.find((property) => property.name?.getText() === 'method');
    if (
      method !== undefined &&
      ts.isPropertyAssignment(method) &&
      ts.isStringLiteral(method.initializer)
    )
      return method.initializer.text;
  }
  throw new Error(
    `${file.path}: no method is written beside ${route.getText()}, so nobody can tell which scope it needs`,
  );
}

function nodesOf({ path, text }: SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      true,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return nodes;
}
