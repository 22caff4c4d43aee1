import { sectionWord, settingWord } from '../../../../../../src/core/rubric/document/setting-words';
import { readAt, textAt, type RubricDocument } from '../draft/document-path';

/** A place as people call it: `Criterion “Reach”: weight`. */
export function placeText(document: RubricDocument, path: string): string {
  const [section = '', ...rest] = path.split('.');
  if (section === '') return 'The rubric';
  const words = [sectionWord(section)];
  let at: readonly (string | number)[] = [section];
  for (const key of rest) {
    const within = readAt(document, at);
    at = [...at, Array.isArray(within) ? Number(key) : key];
    if (Array.isArray(within)) words.push(itemText(readAt(document, at), Number(key)));
    else words.push(settingWord(key, path));
  }
  const [title = '', ...parts] = words;
  const [first, ...others] = parts;
  const head =
    first?.startsWith('“') === true ? [`${title} ${first}`, ...others] : [title, ...parts];
  return head.length === 1 ? (head[0] ?? '') : `${head[0] ?? ''}: ${head.slice(1).join(' ')}`;
}

function itemText(item: unknown, at: number): string {
  const name = ['label', 'name', 'lane', 'horizon', 'id']
    .map((key) => textAt(item, [key]))
    .find((text) => text !== '');
  return name === undefined ? `${at + 1}` : `“${name}”`;
}
