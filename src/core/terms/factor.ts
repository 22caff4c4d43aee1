/**
 * What may have contributed, as kinds of circumstance: there is none for a person, since a person who could make a mistake
 * was let down by one of these.
 */
export const factorKinds = [
  { id: 'change', label: 'A change', hint: 'code, configuration or data that was altered' },
  { id: 'testing', label: 'Testing', hint: 'a case that no test or review looked at' },
  {
    id: 'detection',
    label: 'Monitoring',
    hint: 'an alert that was missing, late or lost among others',
  },
  { id: 'capacity', label: 'Capacity', hint: 'load, limits or a resource that ran out' },
  {
    id: 'dependency',
    label: 'Dependency',
    hint: 'a supplier, library or other system that failed',
  },
  { id: 'design', label: 'Design', hint: 'an assumption of the system that did not hold' },
  {
    id: 'process',
    label: 'Process',
    hint: 'a step, hand-over or decision that the way of working left open',
  },
  { id: 'knowledge', label: 'Knowledge', hint: 'documentation or training that did not exist' },
] as const;

export type FactorKind = (typeof factorKinds)[number]['id'];

export const factorIds = factorKinds.map(({ id }) => id) as readonly FactorKind[];

export function factorLabel(kind: FactorKind): string {
  return factorKinds.find(({ id }) => id === kind)?.label ?? kind;
}
