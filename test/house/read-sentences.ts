import ts from 'typescript';
import type { SourceFile } from './source-files';

/** A place where code reads what was made for people. */
export interface ReadSentence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What holds words for people, in every part of the app. */
const WORDS: ReadonlySet<string> = new Set([
  'text',
  'reasons',
  'because',
  'cause',
  'what',
  'value',
  'words',
  'label',
]);
const READING: ReadonlySet<string> = new Set([
  'match',
  'matchAll',
  'includes',
  'indexOf',
  'replace',
  'replaceAll',
  'search',
  'split',
  'startsWith',
  'endsWith',
]);
const BY_PATTERN: ReadonlySet<string> = new Set(['test', 'exec']);

/** Where people's own words, or those of an older version, are read on purpose, with the reason. */
export const READERS: Readonly<Record<string, string>> = {
  'src/storage/decisions-first-form.ts':
    'entries of the log that an older version kept as sentences are read once, into data',
  'src/usecases/post-mortem/show.ts':
    'what people wrote into a post-mortem, or an older version put in words, may name issues: keys in it are looked for',
  'src/core/post-mortem/document.ts': 'paragraphs of what people wrote',
  'src/core/issue/editable-field.ts': 'labels that a person types into a field of Jira',
  'src/usecases/customer-update/send-update.ts': 'paragraphs of what a person tells the customers',
};

/**
 * Calls that search or cut what a member called `text`, `because`, `cause` and the like holds: sentences are made at the end, for
 * people, and nothing in the app may depend on how they are put.
 */
export function readSentences({ path, text }: SourceFile): readonly ReadSentence[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const members = takenApart(tree);
  const isWords = (subject: ts.Expression | undefined): boolean => {
    if (subject === undefined) return false;
    if (ts.isPropertyAccessExpression(subject)) return WORDS.has(subject.name.text);
    if (ts.isBinaryExpression(subject)) return isWords(subject.left);
    return ts.isIdentifier(subject) && members.has(subject.text);
  };
  const found: ReadSentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      const reads =
        (READING.has(name.text) && isWords(expression)) ||
        (BY_PATTERN.has(name.text) && isWords(node.arguments[0]));
      if (reads)
        found.push({
          file: path,
          line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
          text: node.getText(tree).split('\n')[0] ?? '',
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Names of members that a file takes out of objects: `({ because }) => …`. */
function takenApart(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const member = (node.propertyName ?? node.name).getText(tree);
      if (WORDS.has(member) && ts.isIdentifier(node.name)) names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}
