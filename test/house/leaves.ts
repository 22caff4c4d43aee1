import ts from 'typescript';
import { z } from 'zod';
import type { SourceFile } from './source-files';

/**
 * The paths of a schema's leaves, such as `capacity.scopeCreep`. What stands under names of people's choosing (a record) or in
 * a list goes on under the name of the record or list.
 */
export function leavesOf(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, unknown>).flatMap(([name, part]) =>
      leavesOf(part, [...path, name]),
    );
  const parts = partsOf(schema);
  const found = parts.length > 0 ? parts.flatMap((part) => leavesOf(part, path)) : [path.join('.')];
  return [...new Set(found)];
}

function partsOf(schema: unknown): readonly unknown[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return [schema.unwrap()];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodPipe) return [schema.in];
  return schema instanceof z.ZodUnion ? schema.options : [];
}

/** Names that a file reads of something: `x.name`, `{ name }` taken apart, and `'name'` where names are handed about. */
export function namesReadIn({ path, text }: SourceFile): readonly string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.name.text);
    else if (ts.isBindingElement(node)) found.push((node.propertyName ?? node.name).getText(tree));
    else if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Leaves of which some step is read by none of these files: settings without effect. */
export function unread(leaves: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const read = new Set(files.flatMap(namesReadIn));
  // A number is a place in a table, which is read by a variable.
  const isRead = (step: string): boolean => read.has(step) || /^\d+$/.test(step);
  return leaves.filter((leaf) => !leaf.split('.').every(isRead));
}
