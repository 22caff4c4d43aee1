import { z } from 'zod';

const Names = z.array(z.string().trim().min(1).max(255)).max(20);

/** What starts a rule. An empty list or text is any. */
export const Trigger = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('created') }),
  z.strictObject({ when: z.literal('edited'), fields: Names }),
  z.strictObject({ when: z.literal('transitioned'), to: z.string().trim().max(255) }),
  z.strictObject({ when: z.literal('linked'), type: z.string().trim().max(255) }),
  z.strictObject({
    when: z.literal('schedule'),
    everyMinutes: z.number().int().min(1).max(10_080),
    jql: z.string().trim().max(2_000),
  }),
]);
export type Trigger = z.infer<typeof Trigger>;

/** A rule as a person writes it: when, what, as whom, and what to say afterwards. */
export const Rule = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1, 'A rule needs a name.').max(120),
  enabled: z.boolean(),
  trigger: Trigger,
  /** Key of a project; empty for every project. */
  project: z.string().trim().max(60),
  /** Key of the action's module in manifest.yml. */
  action: z.string().min(1, 'A rule needs an action.').max(120),
  /** What its form gave to the rule; smart values are resolved when it runs. */
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Account id of the connection's user: as whom the action runs. */
  actor: z.string().min(1).max(200),
  /** A comment to add afterwards, with smart values; empty for none. */
  comment: z.string().max(5_000),
});
export type Rule = z.infer<typeof Rule>;

/** One line of a rule's audit log. */
export interface RuleRun {
  readonly id: number;
  readonly ruleId: string;
  readonly rule: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What started it, in words. */
  readonly because: string;
  /** The issue it ran for; null for none. */
  readonly issue: string | null;
  /** The inputs with smart values resolved. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outcome: 'succeeded' | 'failed';
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly errors: readonly string[];
}
