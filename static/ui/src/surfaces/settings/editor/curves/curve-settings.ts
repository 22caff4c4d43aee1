import type { Curve } from '../../../../../../../src/core/curves/curve';
import type { Path } from '../../draft/document-path';
import type { Setting } from '../fields/setting';

const points = { unit: 'points', min: 0, max: 100 } as const;
const directions = [
  { value: 'rising', label: 'More is worth more' },
  { value: 'falling', label: 'More is worth less' },
];

/** The numbers of a curve. Steps and tables have editors of their own. */
export function curveSettings(
  kind: Curve['kind'],
  path: Path,
  unit: string,
  names: boolean,
): readonly Setting[] {
  const at = (...keys: readonly string[]): Path => [...path, ...keys];
  switch (kind) {
    case 'table':
      return [
        {
          kind: 'names',
          path: at('blank'),
          label: 'Names that mean nobody chose',
          help: 'They count as blank, not as zero.',
          none: 'None',
        },
        {
          kind: 'number',
          path: at('otherwise'),
          label: 'Every other name',
          help: 'Empty: a name that is not in the table is unknown.',
          empty: 'unknown',
          optional: true,
          ...points,
        },
      ];
    case 'steps':
      return [
        { kind: 'number', path: at('below'), label: 'Before the first step', ...points },
        {
          kind: 'choice',
          path: at('direction'),
          label: 'Direction',
          help: 'The steps are held to it.',
          options: [...directions, { value: 'free', label: 'Up and down' }],
        },
      ];
    case 'linear':
      return [
        { kind: 'number', path: at('from', 'x'), label: 'From', unit },
        { kind: 'number', path: at('from', 'points'), label: 'worth', ...points },
        { kind: 'number', path: at('to', 'x'), label: 'To', unit },
        { kind: 'number', path: at('to', 'points'), label: 'worth', ...points },
        { kind: 'choice', path: at('direction'), label: 'Direction', options: directions },
      ];
    case 'saturating':
      return [{ kind: 'number', path: at('half'), label: 'Half the points at', unit, min: 0 }];
    case 'log':
      return [{ kind: 'number', path: at('full'), label: 'All the points at', unit, min: 0 }];
    case 'dateRamp':
      return [
        { kind: 'number', path: at('none'), label: 'Starts', unit: 'days before' },
        { kind: 'number', path: at('full'), label: 'Complete', unit: 'days before' },
      ];
    case 'amount':
      return [
        {
          kind: 'number',
          path: at('min'),
          label: 'Least',
          help: 'A smaller number has no answer.',
        },
        {
          kind: 'number',
          path: at('max'),
          label: 'Most',
          help: 'A larger one counts as this.',
          empty: 'no end',
          optional: true,
        },
        {
          kind: 'switch',
          path: at('positive'),
          label: 'Zero makes no sense',
          help: 'So that a formula may divide by it.',
        },
        {
          kind: 'number',
          path: at('per'),
          label: 'Divided by',
          help: '100 for percentages.',
          min: 0,
        },
        {
          kind: 'number',
          path: at('assumed'),
          label: 'Taken while nobody says',
          help: 'Empty: there is no score until somebody does.',
          empty: 'nothing',
          optional: true,
        },
        {
          kind: 'choice',
          path: at('direction'),
          label: 'When it grows, the result',
          options: [
            { value: 'rising', label: 'grows' },
            { value: 'falling', label: 'shrinks' },
            { value: 'free', label: 'may do either' },
          ],
        },
        ...(names
          ? [
              {
                kind: 'named numbers',
                path: at('names'),
                label: 'Amount of each name',
                name: 'Name',
                number: 'Amount',
                min: 0,
                max: 1e9,
                add: 'Add a name',
              } as const,
            ]
          : []),
      ];
  }
}
