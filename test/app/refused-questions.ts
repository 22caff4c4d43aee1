import type { Ask, Question } from '../../src/contract';

/** What a question needs at the least, and something that it takes. */
export interface Needs {
  /** `issue`: to see the issue. `project`: to see the project. `administer`: to administer the project. `site`: to administer Jira. */
  readonly right: 'issue' | 'project' | 'administer' | 'site';
  /** Besides seeing the issue: to edit, to comment, or a decision right. */
  readonly deed?: true;
  readonly payload: object;
}

export const ISSUE = 'PAY-1';
const issue = { issueId: '10001' };
const project = { project: 'PAY' };
const wish = { kind: 'lane', lane: 'stability', reason: 'Because', until: '2026-11-20' };
const document = { name: 'Another' };
const customer = { name: 'Nordbank', segment: 'growth', weight: '1', revenue: '' };

/** Every question of the contract. A new one belongs here with what it needs, before anybody may ask it. */
const needed = {
  'score.view': { right: 'issue', payload: issue },
  'question.input': { right: 'issue', payload: { ...issue, id: 'effort' } },
  'question.answer': {
    right: 'issue',
    deed: true,
    payload: { ...issue, id: 'effort', answer: { kind: 'number', value: 3 } },
  },
  'votes.view': { right: 'issue', payload: issue },
  'votes.cast': { right: 'issue', deed: true, payload: { ...issue, criterion: 'reach', value: 3 } },
  'votes.withdraw': { right: 'issue', payload: { ...issue, criterion: 'reach' } },
  'lane.view': { right: 'issue', payload: issue },
  'override.view': { right: 'issue', payload: issue },
  'override.preview': { right: 'issue', payload: { ...issue, wish } },
  'override.propose': { right: 'issue', deed: true, payload: { ...issue, seen: '', wish } },
  'override.answer': {
    right: 'issue',
    deed: true,
    payload: { ...issue, seen: '', id: 'one', approve: true, reason: 'Fine' },
  },
  'override.undo': { right: 'issue', deed: true, payload: { ...issue, seen: '', id: 'one' } },
  'overcap.view': { right: 'issue', payload: issue },
  'overcap.answer': {
    right: 'issue',
    deed: true,
    payload: { ...issue, seen: '', accept: true, reason: 'Because', pause: null },
  },
  'followthrough.view': { right: 'issue', payload: issue },
  'update.view': { right: 'issue', payload: issue },
  'update.send': {
    right: 'issue',
    deed: true,
    payload: { ...issue, seen: '', keys: ['SUP-1'], text: 'Hello' },
  },
  'decisions.list': { right: 'issue', payload: { ...issue, before: null } },
  'postmortem.view': { right: 'issue', payload: issue },
  'postmortem.start': { right: 'issue', deed: true, payload: issue },
  'postmortem.change': {
    right: 'issue',
    deed: true,
    payload: { ...issue, seen: 0, change: { kind: 'owner', owner: 'reader' } },
  },
  'postmortem.act': {
    right: 'issue',
    deed: true,
    payload: { ...issue, summary: 'Alert', owner: 'reader', due: '2026-12-01', priority: false },
  },
  'postmortem.share': { right: 'issue', deed: true, payload: issue },
  'postmortem.before': { right: 'issue', payload: issue },
  'postmortem.people': { right: 'issue', payload: { ...issue, query: 'L' } },
  'evidence.detect': { right: 'administer', payload: project },
  'evidence.rotateSecret': { right: 'site', payload: {} },
  'evidence.connect': {
    right: 'site',
    payload: { sender: 'pagerduty', name: 'Payments', secret: 'a secret of PagerDuty' },
  },
  'evidence.disconnect': { right: 'site', payload: { sender: 'pagerduty', name: 'Payments' } },
  'rubric.cost': {
    right: 'administer',
    payload: { ...project, document, inherits: [], base: 0, site: 0, draft: 0 },
  },
  'rubric.preview': {
    right: 'administer',
    payload: { ...project, document, inherits: [], base: 0, site: 0, draft: 0 },
  },
  'preview.view': { right: 'administer', payload: project },
  'preview.cancel': { right: 'administer', payload: project },
  'job.start': {
    right: 'administer',
    payload: { ...project, jql: 'key = PAY-1) OR (project = INC' },
  },
  'job.view': { right: 'administer', payload: project },
  'job.pause': { right: 'administer', payload: project },
  'job.resume': { right: 'administer', payload: project },
  'job.cancel': { right: 'administer', payload: project },
  'job.retryFailed': { right: 'administer', payload: project },
  'job.left': { right: 'administer', payload: project },
  'job.finish': { right: 'administer', payload: project },
  'calibration.view': { right: 'administer', payload: project },
  'pilot.view': { right: 'administer', payload: project },
  'pilot.begin': { right: 'administer', payload: { ...project, reason: 'To try' } },
  'pilot.end': { right: 'administer', payload: project },
  'setup.check': { right: 'administer', payload: project },
  'setup.repair': { right: 'administer', payload: { ...project, id: 'ledger' } },
  'personalData.export': { right: 'site', payload: { accountId: 'lead', from: null } },
  'customers.list': { right: 'administer', payload: project },
  'customers.find': { right: 'administer', payload: { ...project, begins: '', after: null } },
  'customers.save': { right: 'site', payload: { ...customer, was: null, seen: null } },
  'customers.remove': { right: 'site', payload: { names: ['Harbour Coffee'] } },
  'customers.export': { right: 'site', payload: { name: 'Harbour Coffee' } },
  'customers.erase': { right: 'site', payload: { name: 'Harbour Coffee' } },
  'customers.import': {
    right: 'site',
    payload: { rows: [{ row: 1, ...customer }], apply: true, leaveOut: false },
  },
  'health.view': { right: 'administer', payload: project },
  'settings.view': { right: 'project', payload: project },
  'settings.inputs': { right: 'project', payload: project },
  'settings.starts': { right: 'project', payload: project },
  'settings.people': { right: 'project', payload: { ...project, query: '', ids: [] } },
  'draft.save': {
    right: 'administer',
    payload: { ...project, document, inherits: [], base: 0, site: 0, seen: 0 },
  },
  'draft.discard': { right: 'project', payload: { ...project, seen: 0 } },
  'draft.rebase': { right: 'administer', payload: { ...project, seen: 0, choices: {} } },
  'rubric.publish': {
    right: 'administer',
    payload: { ...project, document, inherits: [], base: 0, site: 0, draft: 0, reason: 'To try' },
  },
  'rubric.answer': {
    right: 'project',
    deed: true,
    payload: { ...project, id: 'one', answer: 'approve', reason: 'Fine' },
  },
  'rubric.versions': { right: 'project', payload: { ...project, before: null } },
  'rubric.version': { right: 'project', payload: { ...project, version: 1 } },
  'rubric.rollback': {
    right: 'administer',
    payload: { ...project, version: 1, reason: 'Back', base: 1 },
  },
  'rubric.import': { right: 'project', payload: { ...project, text: 'name: Another' } },
  'rubric.export': { right: 'project', payload: { ...project, version: null, format: 'json' } },
} as const satisfies Readonly<Record<string, Needs>>;

/** A field that may be left out is no field that nobody tries: the payload of each question has all of them. */
type Whole<Of> = Readonly<Record<keyof Of, unknown>>;
needed satisfies { readonly [Q in Question]: { readonly payload: Whole<Ask<Q>> } };

export const QUESTIONS: Readonly<Record<string, Needs>> = needed;
