import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Rule } from './rule';

const Input = z.object({
  title: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  required: z.boolean().default(false),
});
const Action = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  config: z.object({ resource: z.string() }).optional(),
  inputs: z.record(z.string(), Input).default({}),
  outputs: z.record(z.string(), z.unknown()).default({}),
});
const file = z.looseObject({
  modules: z.looseObject({
    action: z.array(Action).default([]),
    'automation:actionProvider': z.array(z.object({ actions: z.array(z.string()) })).default([]),
  }),
});

/** An action of the app that rules may use. */
export type ActionModule = z.infer<typeof Action>;

/** Those that an action provider of the manifest offers to automation. */
export function readActionModules(manifestPath: string): readonly ActionModule[] {
  const { modules } = file.parse(parse(readFileSync(manifestPath, 'utf8')));
  const offered = new Set(modules['automation:actionProvider'].flatMap(({ actions }) => actions));
  return modules.action.filter(({ key }) => offered.has(key));
}

const LARGEST_CONFIGURATION = 100 * 1024;

/** What Jira's check of a rule has against its inputs, by input: those that are missing, not declared, or of another type. */
export function invalidInputs(rule: Rule, action: ActionModule): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const [name, { title, type, required }] of Object.entries(action.inputs)) {
    const given = rule.inputs[name];
    if (given === undefined || given === '') {
      if (required) problems[name] = `${title} is required`;
    } else if (typeof given !== (type === 'integer' ? 'number' : type))
      problems[name] = `${title} is no ${type}`;
  }
  for (const name of Object.keys(rule.inputs))
    if (!Object.hasOwn(action.inputs, name)) problems[name] = 'The manifest declares no such input';
  if (JSON.stringify(rule.inputs).length > LARGEST_CONFIGURATION)
    problems[Object.keys(rule.inputs)[0] ?? 'all'] = 'The configuration is larger than 100 KB';
  return problems;
}
