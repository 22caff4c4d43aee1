import { listAt, textAt, writeAt, type RubricDocument } from '../../draft/document-path';

export const methodKinds = [
  { value: 'pillars', label: 'Weighted points' },
  { value: 'weighted', label: 'Weighted ratings on a scale' },
  { value: 'formula', label: 'A formula of your own' },
  { value: 'matrix', label: 'A table of two criteria' },
] as const;
export type MethodKind = (typeof methodKinds)[number]['value'];

export const methodHelp: Readonly<Record<MethodKind, string>> = {
  pillars:
    'The mean of what the criteria give, by their shares; what is unknown does not count as zero.',
  weighted: 'The same, and its number on the scale that you rate by.',
  formula: 'Arithmetic over the criteria: reach * impact / effort.',
  matrix: 'Each pair of two criteria has its result.',
};

/** The document under another method, as far as it can follow: names are made such that a formula can read them. */
export function withMethod(document: RubricDocument, kind: MethodKind): RubricDocument {
  if (kind === 'pillars') return { ...document, method: { kind } };
  if (kind === 'weighted')
    return { ...document, method: { kind, measure: 'Score', scale: { from: 0, to: 10 } } };
  const named = listAt(document, ['criteria']).reduce<RubricDocument>(
    (changed, criterion, at) =>
      writeAt(changed, ['criteria', at, 'id'], textAt(criterion, ['id']).replaceAll('-', '_')),
    document,
  );
  const ids = listAt(named, ['criteria']).map((criterion) => textAt(criterion, ['id']));
  if (kind === 'formula')
    return {
      ...named,
      method: {
        kind,
        measure: 'Score',
        expression: `mean(${ids.join(', ')})`,
        scale: { kind: 'linear', from: 0, to: 100 },
      },
    };
  const results = [
    { name: 'Low', points: 25 },
    { name: 'Medium', points: 50 },
    { name: 'High', points: 100 },
  ];
  return {
    ...named,
    method: {
      kind,
      measure: 'Priority',
      rows: ids[0] ?? '',
      columns: ids[1] ?? '',
      results,
      cells: [
        ['Low', 'Medium'],
        ['Medium', 'High'],
      ],
    },
  };
}

export function methodText(document: RubricDocument): string {
  const kind = textAt(document, ['method', 'kind']);
  const measure = textAt(document, ['method', 'measure']);
  switch (kind) {
    case 'pillars':
      return 'The weighted mean of the criteria’s points.';
    case 'weighted':
      return `${measure}: the weighted mean of ratings.`;
    case 'formula':
      return `${measure} = ${textAt(document, ['method', 'expression'])}`;
    case 'matrix':
      return `${measure} by ${textAt(document, ['method', 'rows'])} and ${textAt(document, ['method', 'columns'])}.`;
    default:
      return '';
  }
}
