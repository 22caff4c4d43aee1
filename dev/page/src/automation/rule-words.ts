import type { Rule, Trigger } from '../../../automation/rule';

export const TRIGGERS: readonly { readonly value: Trigger['when']; readonly label: string }[] = [
  { value: 'created', label: 'Work item created' },
  { value: 'edited', label: 'Work item edited' },
  { value: 'transitioned', label: 'Work item transitioned' },
  { value: 'linked', label: 'Work item linked' },
  { value: 'schedule', label: 'Scheduled' },
];

export function newTrigger(when: Trigger['when']): Trigger {
  switch (when) {
    case 'created':
      return { when };
    case 'edited':
      return { when, fields: [] };
    case 'transitioned':
      return { when, to: '' };
    case 'linked':
      return { when, type: '' };
    case 'schedule':
      return { when, everyMinutes: 60, jql: '' };
  }
}

export function newRule(action: string, actor: string, project: string | null): Rule {
  return {
    id: crypto.randomUUID(),
    name: '',
    enabled: true,
    trigger: { when: 'created' },
    project: project ?? '',
    action,
    inputs: {},
    actor,
    comment: '',
  };
}

/** A rule's beginning as one reads it: "When a work item moves to Done". */
export function triggerInWords(trigger: Trigger): string {
  switch (trigger.when) {
    case 'created':
      return 'When a work item is created';
    case 'edited':
      return trigger.fields.length === 0
        ? 'When a work item is edited'
        : `When ${trigger.fields.join(' or ')} changes`;
    case 'transitioned':
      return trigger.to === ''
        ? 'When a work item is transitioned'
        : `When a work item moves to ${trigger.to}`;
    case 'linked':
      return trigger.type === ''
        ? 'When a work item is linked'
        : `When a work item is linked (${trigger.type})`;
    case 'schedule':
      return `Every ${trigger.everyMinutes === 1 ? 'minute' : `${String(trigger.everyMinutes)} minutes`}${trigger.jql === '' ? '' : `, for ${trigger.jql}`}`;
  }
}
