import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { asksFor, dueDay, latestActionDay } from '../../../src/core/post-mortem/due';
import { urgentBy } from '../../../src/core/post-mortem/urgent';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { aLink, anIssue } from '../../usecases/in-memory-world';
import { template } from './builders';

const now = new Date('2026-11-16T09:00:00Z');
const fields = [{ id: 'sev', name: 'Severity', type: 'option' }];
const incident = (key: string, severity: string, facts: Partial<IssueRecord> = {}): IssueRecord =>
  anIssue(key, {
    type: { name: 'Incident', level: 0 },
    fields: { sev: { value: severity } },
    ...facts,
  });
const closed = (at: string): Partial<IssueRecord> => ({
  status: { name: 'Resolved', category: 'done' },
  resolved: at,
});

function urgency(issue: IssueRecord, ...incidents: readonly IssueRecord[]) {
  const linked = { ...issue, links: incidents.map((one) => aLink('relates to', one)) };
  return urgentBy(
    linked,
    new Map(incidents.map((one) => [one.key, one])),
    { rubric: defaultRubric, fields },
    now,
  );
}

describe('what makes a fix urgent', () => {
  it('is the worst of its recent incidents, and the first of them began the story', () => {
    const found = urgency(
      anIssue('PAY-1'),
      incident('INC-1', 'SEV3'),
      incident('INC-2', 'SEV1', { created: '2026-11-03T10:00:00.000+0000' }),
    );
    expect(found).toEqual({
      severity: 1,
      incidents: ['INC-1', 'INC-2'],
      severities: { 'INC-1': 3, 'INC-2': 1 },
      raised: '2026-11-01T09:00:00.000+0000',
    });
  });

  it('leaves out incidents that were over long before', () => {
    const found = urgency(
      anIssue('PAY-1'),
      incident('INC-1', 'SEV1', closed('2026-08-01T10:00:00.000+0000')),
      incident('INC-2', 'SEV2', closed('2026-11-10T10:00:00.000+0000')),
    );
    expect(found).toMatchObject({ severity: 2, incidents: ['INC-2'] });
  });

  it('is the incident itself for an incident', () => {
    expect(urgency(incident('INC-5', 'SEV2'))).toMatchObject({ severity: 2, incidents: ['INC-5'] });
  });

  it('is nothing without an incident', () => {
    expect(urgency(anIssue('PAY-1'))).toMatchObject({ severity: null, incidents: [] });
  });
});

describe('a post-mortem is due', () => {
  it('three days after the highest severity, weekend or not', () => {
    expect(dueDay(1, '2026-11-20T18:00:00.000Z', template, new Set())).toBe('2026-11-23');
  });

  it('five business days after the next, holidays not counted', () => {
    expect(dueDay(2, '2026-11-20T18:00:00.000Z', template, new Set())).toBe('2026-11-27');
    expect(dueDay(2, '2026-11-20T18:00:00.000Z', template, new Set(['2026-11-24']))).toBe(
      '2026-11-30',
    );
  });

  it('never after a lesser one, nor without an incident', () => {
    expect(
      [3, 4, 5].map((severity) => dueDay(severity as 3, '2026-11-20', template, new Set())),
    ).toEqual([null, null, null]);
    expect([asksFor(1, template), asksFor(3, template), asksFor(null, template)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('and its actions within four weeks when they have priority, else eight', () => {
    expect(latestActionDay('2026-11-16', true, template)).toBe('2026-12-14');
    expect(latestActionDay('2026-11-16', false, template)).toBe('2027-01-11');
  });
});
