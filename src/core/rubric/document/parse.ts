import type { z } from 'zod';
import { crossFieldRules } from '../rules/cross-field-rules';
import { readDraft } from '../schema/draft';
import { migrated } from './migrate';
import type { RubricProblem } from '../schema/problem';
import { someProblems } from './some-problems';
import { presetNames } from '../presets/presets';
import { Rubric } from '../schema/schema';
import { isPlain, withDefaults } from './with-defaults';

export type ParsedRubric =
  | { readonly ok: true; readonly rubric: Rubric }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };

/**
 * What a document leaves out is as in the preset it names or else as in the default rubric, and an older format is brought up to
 * date; every problem of what it says is reported at once.
 */
export function parseRubric(document: unknown): ParsedRubric {
  if (!isPlain(document)) {
    return {
      ok: false,
      problems: [
        { path: '', problem: 'a rubric is one object', advice: 'start from the default rubric' },
      ],
    };
  }
  const whole = withDefaults(migrated(document));
  const parsed = Rubric.safeParse(whole);
  const draft = readDraft(whole);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap(asProblems)),
    ...crossFieldRules.flatMap((rule) => rule(draft)),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, rubric: parsed.data }
    : { ok: false, problems: someProblems(problems) };
}

function asProblems(issue: z.core.$ZodIssue): RubricProblem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      problem: key === 'preset' ? 'is no preset' : 'is no setting of a rubric',
      advice:
        key === 'preset'
          ? `use one of ${presetNames.join(', ')}`
          : 'check the spelling, or remove it',
    }));
  }
  return [{ path, problem: lower(issue.message), advice: adviceFor(issue) }];
}

function adviceFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `give ${issue.origin === 'number' ? 'a number of' : 'a length of'} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `give ${issue.origin === 'number' ? 'a number of' : 'a length of'} ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    case 'invalid_value':
      return `use one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `give a value of type ${issue.expected}`;
    case 'invalid_union':
      return 'choose one of the kinds that the rubric knows';
    case 'invalid_format':
      return 'use letters, digits, _ and -, beginning with a letter';
    case 'not_multiple_of':
      return `round it to ${issue.divisor}`;
    default:
      return 'compare with the default rubric';
  }
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
