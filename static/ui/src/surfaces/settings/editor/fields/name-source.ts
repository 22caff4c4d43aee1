import { useMemo } from 'react';
import { fieldText } from '../criteria/field-text';
import { useEditor } from '../editor-context';
import type { NameSource } from './setting';

export interface KnownName {
  readonly name: string;
  readonly about?: string | undefined;
}

export function useNameSource(from: NameSource | undefined): readonly KnownName[] {
  const { facts } = useEditor().inputs;
  return useMemo(() => {
    if (facts === undefined || from === undefined) return [];
    if (from === 'fields')
      return facts.fields.map((field) => ({ name: field.name, about: fieldText(field) }));
    return facts.names[from].map((name) => ({ name }));
  }, [from, facts]);
}
