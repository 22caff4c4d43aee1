import {
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { RubricProblem } from '../schema/problem';

/** Settings that a document names twice in one place, with both lines: what it means is then anybody's guess. */
export function repeatedMembers(
  document: Document.Parsed,
  lines: LineCounter,
): readonly RubricProblem[] {
  return document.contents === null ? [] : within(document.contents, []);

  function within(node: unknown, path: readonly string[]): RubricProblem[] {
    if (isSeq<ParsedNode>(node))
      return node.items.flatMap((item, n) => within(item, [...path, String(n)]));
    return isMap<ParsedNode, ParsedNode | null>(node) ? ofMap(node, path) : [];
  }

  function ofMap(
    map: YAMLMap<ParsedNode, ParsedNode | null>,
    path: readonly string[],
  ): RubricProblem[] {
    const first = new Map<string, number>();
    return map.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const at = [...path, name];
      const inside = within(value, at);
      if (!isScalar(key)) return inside;
      const line = lines.linePos(key.range[0]).line;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, line);
      return earlier === undefined
        ? inside
        : [
            {
              path: at.join('.'),
              problem: `is said twice, on ${earlier === line ? `line ${line}` : `lines ${earlier} and ${line}`}`,
              advice: 'keep one of the two',
            },
            ...inside,
          ];
    });
  }
}
