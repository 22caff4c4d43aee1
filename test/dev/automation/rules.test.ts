import { invalidInputs, type ActionModule } from '../../../dev/automation/action-modules';
import type { Rule } from '../../../dev/automation/rule';
import { resolveSmartValues } from '../../../dev/automation/smart-values';
import { startOf } from '../../../dev/automation/triggers';

const aRule = (given: Partial<Rule> = {}): Rule => ({
  id: 'r',
  name: 'A rule',
  enabled: true,
  trigger: { when: 'created' },
  project: '',
  action: 'do-it',
  inputs: {},
  actor: 'ann',
  comment: '',
  ...given,
});

describe('smart values', () => {
  const values = {
    issue: {
      key: 'PAY-1',
      priority: { name: 'High' },
      labels: ['a', 'b'],
      components: [{ name: 'API' }, { name: 'Web' }],
      'Story Points': 5,
      assignee: null,
    },
  };

  it.each([
    ['{{issue.key}}', 'PAY-1'],
    ['{{ issue.priority.name }}', 'High'],
    ['{{issue.Priority}}', 'High'],
    ['{{issue.story points}} points', '5 points'],
    ['{{issue.labels}}', 'a, b'],
    ['{{issue.components.name}}', 'API, Web'],
    ['{{issue.assignee.displayName}}', ''],
    ['{{nothing.like.this}}', ''],
    ['{{issue.__proto__}}', ''],
    ['no value', 'no value'],
  ])('%s becomes "%s"', (text, resolved) => {
    expect(resolveSmartValues(text, values)).toBe(resolved);
  });
});

describe('what starts a rule', () => {
  const updated = (items: readonly Record<string, string>[], selfGenerated = false) => ({
    name: 'avi:jira:updated:issue',
    selfGenerated,
    payload: { issue: { id: '7' }, changelog: { items } },
  });

  it('is an edit of one of its fields, by id or by name', () => {
    const rule = aRule({ trigger: { when: 'edited', fields: ['Due date', 'priority'] } });
    expect(
      startOf(rule, updated([{ field: 'summary' }, { field: 'Due date', fieldId: 'duedate' }])),
    ).toMatchObject({ issueId: '7', because: 'due date edited' });
    expect(startOf(rule, updated([{ field: 'summary' }]))).toBeNull();
    expect(startOf(rule, updated([{ field: 'priority' }], true))).toBeNull();
  });

  it('is a move to its status', () => {
    const rule = aRule({ trigger: { when: 'transitioned', to: 'done' } });
    expect(startOf(rule, updated([{ field: 'status', toString: 'Done' }]))).toMatchObject({
      because: 'moved to Done',
    });
    expect(startOf(rule, updated([{ field: 'status', toString: 'To Do' }]))).toBeNull();
    expect(startOf(rule, updated([{ field: 'summary', toString: 'Done' }]))).toBeNull();
  });

  it('is a link of its type, with both ends', () => {
    const event = {
      name: 'avi:jira:created:issuelink',
      selfGenerated: false,
      payload: {
        sourceIssueId: 7,
        destinationIssueId: 8,
        issueLinkType: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
      },
    };
    expect(startOf(aRule({ trigger: { when: 'linked', type: 'blocks' } }), event)).toMatchObject({
      issueId: '7',
      destinationId: '8',
    });
    expect(startOf(aRule({ trigger: { when: 'linked', type: 'Relates' } }), event)).toBeNull();
  });
});

describe("Jira's check of a rule", () => {
  const action: ActionModule = {
    key: 'do-it',
    name: 'Do it',
    description: '',
    outputs: {},
    inputs: {
      workItem: { title: 'Work item', type: 'string', required: true },
      times: { title: 'Times', type: 'integer', required: false },
    },
  };

  it('names inputs that are missing, of another type, or not declared', () => {
    expect(invalidInputs(aRule({ inputs: { times: 'many', note: 'x' } }), action)).toEqual({
      workItem: 'Work item is required',
      times: 'Times is no integer',
      note: 'The manifest declares no such input',
    });
    expect(invalidInputs(aRule({ inputs: { workItem: 'PAY-1', times: 3 } }), action)).toEqual({});
  });

  it('refuses a configuration of more than 100 KB', () => {
    expect(invalidInputs(aRule({ inputs: { workItem: 'x'.repeat(110_000) } }), action)).toEqual({
      workItem: 'The configuration is larger than 100 KB',
    });
  });
});
