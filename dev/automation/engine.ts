import type { HostClock } from '../clock';
import type { JiraSite } from '../jira/protocol';
import { jiraAs, type JiraAs } from './jira-as';
import type { Rule, RuleRun } from './rule';
import { resolveSmartValues, type SmartValues } from './smart-values';
import { startOf, type Start } from './triggers';

export interface AutomationParts {
  readonly site: Pick<JiraSite, 'handle' | 'onEvent'>;
  readonly clock: HostClock;
  /** Runs an action of the app as a person: its outputs, or the errors it reports. */
  readonly runAction: (key: string, payload: unknown, accountId: string) => Promise<unknown>;
}

/** The part of Jira's automation that rules with actions of apps need. Never shipped. */
export interface Automation {
  rules(): readonly Rule[];
  /** Adds a rule, or replaces the one with the same id. */
  save(rule: Rule): void;
  remove(id: string): void;
  /** Runs a rule now: for one issue, or for those of its schedule. */
  runNow(id: string, issueKey: string | null): Promise<void>;
  /** The newest first. */
  audit(): readonly RuleRun[];
  onRun(listener: (run: RuleRun) => void): () => void;
  /** Resolves when every rule that was started has ended. */
  settled(): Promise<void>;
  close(): void;
}

const KEPT_RUNS = 200;
/** As many as Jira lets a scheduled rule take at once. */
const MOST_SCHEDULED = 100;

export function createAutomation({ site, clock, runAction }: AutomationParts): Automation {
  const rules = new Map<string, Rule>();
  const alarms = new Map<string, () => void>();
  const listeners = new Set<(run: RuleRun) => void>();
  let runs: readonly RuleRun[] = [];
  let count = 0;
  let line: Promise<void> = Promise.resolve();

  /** One at a time, in the order of what started them. */
  const enqueue = (work: () => Promise<void>): Promise<void> => (line = line.then(work));

  const log = (run: Omit<RuleRun, 'id'>): void => {
    const numbered = { ...run, id: (count += 1) };
    runs = [numbered, ...runs].slice(0, KEPT_RUNS);
    for (const listener of listeners) listener(numbered);
  };

  const run = async (rule: Rule, { because, issueId, destinationId }: Start): Promise<void> => {
    const jira = jiraAs(site, rule.actor);
    const issue = issueId === '' ? null : await jira.issue(issueId);
    if (rule.project !== '' && issue !== null && !issue.key.startsWith(`${rule.project}-`)) return;
    const values: SmartValues = {
      issue: issue?.values,
      destinationIssue:
        destinationId === null ? undefined : (await jira.issue(destinationId))?.values,
      now: new Date(clock.now()).toISOString(),
    };
    const inputs = Object.fromEntries(
      Object.entries(rule.inputs).map(([name, value]) => [
        name,
        typeof value === 'string' ? resolveSmartValues(value, values) : value,
      ]),
    );
    const answer = await runAction(rule.action, inputs, rule.actor).catch((failure: unknown) => ({
      errors: [
        {
          message: `The app failed: ${failure instanceof Error ? failure.message : String(failure)}`,
        },
      ],
    }));
    const errors = errorsIn(answer);
    const outputs = errors.length > 0 ? {} : (answer as Readonly<Record<string, unknown>>);
    const comment =
      errors.length > 0 || issue === null
        ? ''
        : resolveSmartValues(rule.comment, { ...values, outputs }).trim();
    const refused =
      comment === '' || issue === null ? null : await jira.comment(issue.key, comment);
    log({
      ruleId: rule.id,
      rule: rule.name,
      at: clock.now(),
      because,
      issue: issue?.key ?? null,
      inputs,
      outputs,
      outcome: errors.length > 0 || refused !== null ? 'failed' : 'succeeded',
      errors: refused === null ? errors : [...errors, refused],
    });
  };

  const runScheduled = async (rule: Rule, jira: JiraAs, because: string): Promise<void> => {
    if (rule.trigger.when !== 'schedule' || rule.trigger.jql === '')
      return run(rule, { because, issueId: '', destinationId: null });
    const found = await jira.search(rule.trigger.jql, MOST_SCHEDULED);
    if (!found.ok)
      return log({
        ruleId: rule.id,
        rule: rule.name,
        at: clock.now(),
        because,
        issue: null,
        inputs: {},
        outputs: {},
        outcome: 'failed',
        errors: [found.error],
      });
    for (const issueId of found.ids) await run(rule, { because, issueId, destinationId: null });
  };

  const arm = (rule: Rule): void => {
    alarms.get(rule.id)?.();
    alarms.delete(rule.id);
    if (!rule.enabled || rule.trigger.when !== 'schedule') return;
    const ring = (): void => {
      arm(rule);
      void enqueue(() => runScheduled(rule, jiraAs(site, rule.actor), 'on schedule'));
    };
    alarms.set(
      rule.id,
      clock.schedule(clock.now() + rule.trigger.everyMinutes * 60_000, 'background', ring),
    );
  };

  const stop = site.onEvent((event) => {
    for (const rule of rules.values()) {
      const start = rule.enabled ? startOf(rule, event) : null;
      if (start !== null) void enqueue(() => run(rule, start));
    }
  });

  return {
    rules: () => [...rules.values()],
    save(rule) {
      rules.set(rule.id, rule);
      arm(rule);
    },
    remove(id) {
      rules.delete(id);
      alarms.get(id)?.();
      alarms.delete(id);
    },
    async runNow(id, issueKey) {
      const rule = rules.get(id);
      if (rule === undefined) throw new Error(`There is no rule ${id}.`);
      await enqueue(() =>
        issueKey === null
          ? runScheduled(rule, jiraAs(site, rule.actor), 'by hand')
          : run(rule, { because: 'by hand', issueId: issueKey, destinationId: null }),
      );
    },
    audit: () => runs,
    onRun(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => line,
    close() {
      stop();
      for (const cancel of alarms.values()) cancel();
    },
  };
}

function errorsIn(answer: unknown): readonly string[] {
  const errors: unknown =
    typeof answer === 'object' && answer !== null && 'errors' in answer ? answer.errors : [];
  return (Array.isArray(errors) ? (errors as readonly unknown[]) : []).map((error) =>
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string'
      ? error.message
      : 'The action failed.',
  );
}
