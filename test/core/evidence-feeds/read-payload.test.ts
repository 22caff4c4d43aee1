import { readPayload } from '../../../src/core/evidence-feeds/read-payload';
import type { Report } from '../../../src/core/evidence-feeds/report';
import { opsgenie, ownBatch, pagerDuty, statuspage } from './payloads';

const NOW = new Date('2026-11-16T09:00:00Z');

function theReport(body: string): Report {
  const read = readPayload(body, NOW);
  if (!read.ok || read.reports[0] === undefined)
    throw new Error(`nothing was read: ${JSON.stringify(read)}`);
  return read.reports[0];
}

function refusalOf(body: string): string {
  const read = readPayload(body, NOW);
  return read.ok ? 'taken' : `${read.refused}: ${read.reason}`;
}

describe('PagerDuty', () => {
  it('tells who, when, how bad and on which service', () => {
    expect(theReport(pagerDuty('incident.triggered'))).toMatchObject({
      source: 'pagerduty',
      externalId: 'PDX1',
      kind: 'incident',
      state: 'open',
      level: 'P2',
      services: ['Payments gateway'],
      raised: '2026-11-15',
      occurred: Date.parse('2026-11-16T08:00:00Z'),
    });
  });

  it.each([
    ['triggered', 'open'],
    ['acknowledged', 'open'],
    ['resolved', 'resolved'],
  ])('takes the status %s as %s', (status, state) => {
    expect(theReport(pagerDuty('incident.reassigned', { status })).state).toBe(state);
  });

  it('follows a merge to the incident that stays', () => {
    const merged = pagerDuty('incident.resolved', {
      status: 'resolved',
      resolve_reason: {
        type: 'merge_resolve_reason',
        incident: { id: 'PDX9', summary: 'The other' },
      },
    });
    expect(theReport(merged)).toMatchObject({ state: 'resolved', mergedInto: 'PDX9' });
  });

  it('finds issues that title, key and custom fields name, and nothing that only looks alike', () => {
    const data = {
      title: 'PAY-12: UTF-8 broken, see xPAY-13 and pay-14',
      incident_key: 'CORE-7',
      custom_fields: [{ value: 'OPS-2' }, { value: ['OPS-3', 4] }, { value: null }],
    };
    expect(theReport(pagerDuty('incident.triggered', data)).issues).toEqual({
      keys: ['PAY-12', 'UTF-8', 'CORE-7', 'OPS-2', 'OPS-3'],
      whole: false,
    });
  });

  it.each(['incident.annotated', 'incident.responder.added', 'service.updated', 'pagey.ping'])(
    'passes over %s',
    (eventType) => {
      expect(readPayload(pagerDuty(eventType, { type: 'something_else' }), NOW)).toMatchObject({
        ok: true,
        reports: [],
        skipped: 1,
      });
    },
  );
});

describe('Opsgenie', () => {
  it('reads times in nanoseconds and in milliseconds', () => {
    expect(theReport(opsgenie('Create')).occurred).toBe(1_794_700_000_000);
    expect(theReport(opsgenie('Create', { updatedAt: undefined })).occurred).toBe(
      1_794_700_000_000,
    );
  });

  it.each([
    ['Create', 'open'],
    ['Close', 'resolved'],
    ['Delete', 'withdrawn'],
    ['AddNote', null],
    ['UpdatePriority', null],
  ])('takes %s as %s', (action, state) => {
    expect(theReport(opsgenie(action)).state).toBe(state);
  });

  it('finds issues among tags and details', () => {
    expect(
      theReport(opsgenie('Create', { details: { ticket: 'PAY-44', count: 3 } })).issues.keys,
    ).toEqual(['PAY-3', 'PAY-44']);
  });

  it('passes over what tells no time', () => {
    expect(
      readPayload(JSON.stringify({ action: 'Escalate', alert: { alertId: 'og-1' } }), NOW),
    ).toMatchObject({ ok: true, skipped: 1 });
  });
});

describe('Statuspage', () => {
  it('reads impact, components and the issues that updates name', () => {
    expect(theReport(statuspage())).toMatchObject({
      externalId: 'sp-1',
      state: 'open',
      level: 'minor',
      services: ['Exports'],
      issues: { keys: ['PAY-8'] },
    });
  });

  it.each(['resolved', 'postmortem'])('takes %s as over', (status) => {
    expect(theReport(statuspage({ status })).state).toBe('resolved');
  });

  it('takes no impact for the least severity, and planned maintenance for no incident', () => {
    expect(theReport(statuspage({ impact: 'none' })).level).toBe('lowest');
    expect(readPayload(statuspage({ scheduled_for: '2026-12-01T00:00:00Z' }), NOW)).toMatchObject({
      ok: true,
      reports: [],
    });
  });
});

describe("Ballast's own batch", () => {
  it('names all its issues, or none when it leaves them open', () => {
    expect(theReport(ownBatch({})).issues).toEqual({ keys: ['PAY-1'], whole: true });
    expect(theReport(ownBatch({ issues: undefined })).issues).toEqual({ keys: [], whole: false });
  });

  it('reads two hundred pieces and no more', () => {
    const many = (count: number) =>
      ownBatch(...Array.from({ length: count }, (_, n) => ({ id: `T-${n}` })));
    expect(readPayload(many(200), NOW)).toMatchObject({ ok: true });
    expect(refusalOf(many(201))).toBe('malformed: batch: evidence (too_big)');
  });
});

describe('what is refused', () => {
  it.each([
    ['no JSON', '{"event":', 'malformed: the body is not JSON'],
    ['a list', '[1,2]', 'unknown: the body is not an object'],
    [
      'an unknown format',
      '{"alerts":[{"labels":{}}]}',
      'unknown: the format is none that Ballast knows',
    ],
    [
      'a number for an id',
      pagerDuty('incident.triggered', { id: 5 }),
      'malformed: pagerduty: id (invalid_type)',
    ],
    [
      'an unknown status',
      pagerDuty('incident.triggered', { status: 'on fire' }),
      'malformed: pagerduty: status (invalid_value)',
    ],
    [
      'a moment that is none',
      pagerDuty('incident.triggered', {}, 'yesterday'),
      'malformed: pagerduty: event.occurred_at (custom)',
    ],
    [
      'a moment in the year 9999',
      pagerDuty('incident.triggered', {}, '9999-01-01T00:00:00Z'),
      'malformed: pagerduty: event.occurred_at (custom)',
    ],
    [
      'a member that the batch does not have',
      ownBatch({ note: 'secret words' }),
      'malformed: batch: evidence.0 (unrecognized_keys)',
    ],
    [
      'a prototype',
      '{"page":{"__proto__":{"admin":true}},"meta":{}}',
      'hostile: names a property that no webhook has',
    ],
    [
      'a constructor',
      '{"ballast":1,"constructor":{}}',
      'hostile: names a property that no webhook has',
    ],
    [
      'depth',
      `{"page":${'['.repeat(40)}${']'.repeat(40)},"meta":{}}`,
      'hostile: nested more than 32 levels deep',
    ],
    [
      'very great depth',
      `{"page":${'['.repeat(100_000)}${']'.repeat(100_000)},"meta":{}}`,
      'hostile: nested more than 32 levels deep',
    ],
    [
      'a flood of values',
      JSON.stringify({ page: Array.from({ length: 50_001 }, () => 1), meta: {} }),
      'hostile: holds more than 50000 values',
    ],
  ])('%s, with a reason that quotes nothing', (_what, body, reason) => {
    expect(refusalOf(body)).toBe(reason);
  });
});

describe('moments', () => {
  const batch = (piece: object) => refusalOf(ownBatch(piece as Record<string, unknown>));

  it.each(['2026-02-30', '2026-31-12', '0000-00-00', '2025-02-29', '2026-04-31', '2026-1-02'])(
    'of no calendar are refused with their place: raised on %s',
    (raised) => {
      expect(refusalOf(ownBatch({}, { raised }))).toBe(
        'malformed: batch: evidence.1.raised (custom)',
      );
    },
  );

  it.each(['2024-02-29', '2026-11-16', '0001-01-01'])(
    'of the calendar are taken: raised on %s',
    (raised) => {
      expect(batch({ raised })).toBe('taken');
    },
  );

  it('tell the place where one is no time at all', () => {
    expect(batch({ occurredAt: '2026-31-12' })).toBe(
      'malformed: batch: evidence.0.occurredAt (custom)',
    );
    expect(refusalOf(pagerDuty('incident.triggered', {}, 'yesterday'))).toBe(
      'malformed: pagerduty: event.occurred_at (custom)',
    );
    expect(refusalOf(statuspage({ updated_at: '2026-02-30T00:00:00Z' }))).toBe(
      'malformed: statuspage: incident.updated_at (custom)',
    );
  });

  it.each([
    ['batch: evidence.1.occurredAt', ownBatch({}, { occurredAt: '2026-11-17T09:00:01Z' })],
    ['batch: evidence.1.occurredAt', ownBatch({}, { occurredAt: '2037-12-31T00:00:00Z' })],
    ['batch: evidence.0.raised', ownBatch({ raised: '2026-11-18' })],
    ['pagerduty: event.occurred_at', pagerDuty('incident.triggered', {}, '2026-11-18T09:00:00Z')],
    [
      'pagerduty: event.data.created_at',
      pagerDuty('incident.triggered', { created_at: '2027-01-01T00:00:00Z' }),
    ],
    ['opsgenie: alert.updatedAt', opsgenie('Create', { updatedAt: 1_795_000_000_000 * 1e6 })],
    ['statuspage: incident.updated_at', statuspage({ updated_at: '2026-12-24T00:00:00Z' })],
  ])('more than a day ahead are refused: %s', (place, body) => {
    expect(refusalOf(body)).toBe(`malformed: ${place} (more than a day ahead)`);
  });

  it('within a day ahead are taken, as clocks differ', () => {
    expect(batch({ occurredAt: '2026-11-17T08:59:59Z', raised: '2026-11-17' })).toBe('taken');
  });
});
