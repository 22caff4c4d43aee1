import { ACTION_FORMS } from '../../../static/ui/src/surfaces/action-config/action-forms';
import {
  filled,
  firstInputs,
  problemsIn,
} from '../../../static/ui/src/surfaces/action-config/action-inputs';
import { modules } from '../../house/manifest';

const record = ACTION_FORMS['ballast-record-evidence']!;
const override = ACTION_FORMS['ballast-override-lane']!;

describe('the form of an automation action', () => {
  it.each(modules('action').map((action) => [action.key, action] as const))(
    '%s asks for exactly the inputs of the manifest',
    (key, action) => {
      const declared = Object.entries(
        action['inputs'] as Record<string, { required: boolean }>,
      ).map(([name, { required }]) => [name, required]);
      expect(ACTION_FORMS[key]?.fields.map(({ name, required }) => [name, required])).toEqual(
        declared,
      );
    },
  );

  it('begins a new rule with smart values, and an old one with what it holds', () => {
    expect(firstInputs(record, {})).toMatchObject({
      workItem: '{{issue.key}}',
      kind: 'support',
      source: '',
    });
    expect(firstInputs(record, { workItem: 'PAY-1', value: 12 })).toMatchObject({
      workItem: 'PAY-1',
      kind: '',
      value: '12',
    });
  });

  it('gives the rule nothing for inputs left empty', () => {
    expect(filled({ workItem: ' PAY-1 ', customer: '  ' })).toEqual({ workItem: 'PAY-1' });
  });

  it('says what is wrong with an input, by its name', () => {
    expect(
      problemsIn(record, {
        workItem: 'pay 1',
        kind: 'rumour',
        source: '',
        externalId: 'T-1',
        value: 'many',
        date: 'soon',
      }),
    ).toEqual({
      workItem: 'A key looks like PAY-12.',
      kind: 'Choose one of incident, support, report, usage.',
      source: 'Source is needed.',
      value: 'Give a number.',
      date: 'A date looks like 2026-11-20.',
    });
  });

  it('waits with smart values until the rule runs', () => {
    expect(
      problemsIn(override, {
        workItem: '{{issue.key}}',
        lane: 'stability',
        reason: '{{issue.summary}}',
        until: '{{now}}',
      }),
    ).toEqual({});
  });
});
