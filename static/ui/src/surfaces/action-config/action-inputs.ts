import type { ActionField, ActionForm } from './action-forms';

export type Inputs = Readonly<Record<string, string>>;

/** What the form shows first: what the rule holds, else what a new rule begins with. */
export function firstInputs(
  { fields }: ActionForm,
  saved: Readonly<Record<string, unknown>>,
): Inputs {
  const isNew = Object.keys(saved).length === 0;
  return Object.fromEntries(
    fields.map(({ name, start }) => [name, textOf(saved[name]) ?? (isNew ? (start ?? '') : '')]),
  );
}

/** What goes into the rule: nothing for inputs that were left empty. */
export function filled(inputs: Inputs): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) =>
      value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );
}

/** What is wrong, by input. What a smart value will become is known only when the rule runs. */
export function problemsIn({ fields }: ActionForm, inputs: Inputs): Inputs {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = problemOf(field, (inputs[field.name] ?? '').trim());
      return problem === null ? [] : [[field.name, problem]];
    }),
  );
}

function problemOf({ name, label, required, options }: ActionField, value: string): string | null {
  if (value === '') return required ? `${label} is needed.` : null;
  if (value.includes('{{')) return null;
  if (options !== undefined && !options.includes(value))
    return `Choose one of ${options.join(', ')}.`;
  if (name === 'workItem' && !/^[A-Z][A-Z0-9_]+-[1-9]\d*$/u.test(value))
    return 'A key looks like PAY-12.';
  if (name === 'project' && !/^[A-Z][A-Z0-9_]*$/u.test(value)) return 'A key looks like PAY.';
  if (name === 'value' && !/^[\d.,\s]+$/u.test(value)) return 'Give a number.';
  if (name === 'date' && !/^\d{4}-\d{2}-\d{2}/u.test(value)) return 'A date looks like 2026-11-20.';
  if (name === 'until' && !/^(\d{1,3}|\d{4}-\d{2}-\d{2})$/u.test(value))
    return 'Give a date such as 2026-12-31, or a number of days.';
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
