import type { Signal } from '../../../../../../../src/core/rubric/schema/criterion-signal';
import type { Path } from '../../draft/document-path';
import type { Setting } from '../fields/setting';

/** What else a signal of this kind wants to know. */
export function signalSettings(kind: string, path: Path): readonly Setting[] {
  switch (kind) {
    case 'number':
    case 'option':
    case 'user':
    case 'count':
    case 'filled':
    case 'date':
      return [
        {
          kind: 'names',
          from: 'fields',
          path: [...path, 'fields'],
          label: 'Fields',
          help: 'In order of preference: the first that the site has counts.',
        },
      ];
    case 'sla':
      return [
        {
          kind: 'names',
          from: 'fields',
          path: [...path, 'fields'],
          label: 'Agreements',
          help: 'None named: the most pressing of all.',
        },
      ];
    case 'interest':
      return [
        {
          kind: 'share',
          path: [...path, 'watcher'],
          label: 'A watcher counts as',
          help: 'Share of a vote.',
        },
      ];
    case 'recurrence':
      return [
        {
          kind: 'number',
          path: [...path, 'days'],
          label: 'Within',
          unit: 'days',
          min: 1,
          max: 3650,
          step: 1,
        },
      ];
    case 'links':
      return [
        {
          kind: 'names',
          from: 'linkPhrases',
          path: [...path, 'phrases'],
          label: 'Words of the link',
          help: 'As the issue itself says them: “is caused by”, “is broken by”.',
        },
      ];
    case 'rating':
      return [
        { kind: 'number', path: [...path, 'min'], label: 'Lowest rating' },
        { kind: 'number', path: [...path, 'max'], label: 'Highest rating' },
      ];
    default:
      return [];
  }
}

/** A signal of this kind as it begins; fields are kept where both read some. */
export function freshSignal(
  kind: Signal['kind'],
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'number':
    case 'option':
    case 'user':
    case 'count':
    case 'filled':
    case 'date':
      return { kind, fields };
    case 'interest':
      return { kind, watcher: 0.25 };
    case 'recurrence':
      return { kind, days: 90 };
    case 'links':
      return { kind, phrases: ['is caused by', 'is broken by'] };
    case 'rating':
      return { kind, min: 1, max: 5 };
    default:
      return { kind };
  }
}
