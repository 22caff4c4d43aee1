import { listAt, recordAt, textAt, type RubricDocument } from '../../draft/document-path';

/** What the places 1, 2, 3 … of a side are called, as the criterion's own names say. */
export function placeNames(document: RubricDocument, side: 'rows' | 'columns', length: number): readonly string[] {
  const id = textAt(document, ['method', side]);
  const criterion = listAt(document, ['criteria']).find((one) => textAt(one, ['id']) === id);
  const names = Object.entries(recordAt(criterion, ['curve', 'names']));
  return Array.from({ length }, (_, at) => names.find(([, place]) => place === at + 1)?.[0] ?? String(at + 1));
}
