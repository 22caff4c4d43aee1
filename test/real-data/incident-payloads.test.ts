import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { follow } from '../../src/core/evidence-feeds/merge-report';
import { asRecorded, type KeptEvidence } from '../../src/core/evidence-feeds/kept-evidence';
import { readPayload } from '../../src/core/evidence-feeds/read-payload';
import type { Report } from '../../src/core/evidence-feeds/report';
import { realData } from './real-data';

const samples = ['pagerduty', 'opsgenie', 'statuspage'].flatMap((tool) =>
  readdirSync(realData(`incident-payloads/${tool}`)).map((name) => ({
    tool,
    name,
    body: readFileSync(join(realData(`incident-payloads/${tool}`), name), 'utf8'),
  })),
);
/** Lists from the tools' REST answers: no webhooks, and to be refused as such. */
const webhooks = samples.filter(({ name }) => !name.includes('_api_'));

const NOW = new Date('2026-11-16T09:00:00Z');

function reportsIn(body: string): readonly Report[] {
  const read = readPayload(body, NOW);
  if (!read.ok) throw new Error(read.reason);
  return read.reports;
}

describe('webhooks as they were recorded', () => {
  it.each(webhooks)('$tool $name is understood', ({ tool, name, body }) => {
    const reports = reportsIn(body);
    const silent = name === 'component_status_update.json' || name === 'alert.escalate.json';
    expect(reports.map(({ source }) => source)).toEqual(silent ? [] : [tool]);
    for (const { externalId, occurred } of reports) {
      expect(body).toContain(externalId);
      expect(new Date(occurred).getUTCFullYear()).toBeGreaterThan(2013);
    }
  });

  it.each(samples.filter(({ name }) => name.includes('_api_')))(
    '$tool $name is no webhook, and refused',
    ({ body }) => {
      expect(readPayload(body, NOW)).toMatchObject({ ok: false, refused: 'unknown' });
    },
  );

  it.each([
    ['pagerduty/incident.triggered.v3.json', true, null],
    ['pagerduty/incident.resolved.v3.json', false, null],
    ['pagerduty/incident.reopened.v3.json', true, 'P3'],
    ['pagerduty/incident.priority_updated.v3.json', true, 'P2'],
    ['opsgenie/alert.create.json', true, 'P3'],
    ['opsgenie/alert.close.json', false, null],
    ['statuspage/incident_created.json', true, 'lowest'],
    ['statuspage/incident_update.json', false, 'lowest'],
  ])('%s leaves the evidence open: %s, with severity %s', (path, open, level) => {
    const kept = reportsIn(
      readFileSync(realData(`incident-payloads/${path}`), 'utf8'),
    ).reduce<KeptEvidence | null>((before, report) => follow(before, report, []), null);
    expect(kept === null ? null : asRecorded(kept)).toMatchObject({ open, level });
  });

  it('of one Statuspage incident come to the same in both orders', () => {
    const [created, updated] = ['incident_created', 'incident_update'].map(
      (name) =>
        reportsIn(readFileSync(realData(`incident-payloads/statuspage/${name}.json`), 'utf8'))[0]!,
    );
    const forth = follow(follow(null, created!, []), updated!, []);
    expect(follow(follow(null, updated!, []), created!, [])).toEqual(forth);
    expect(asRecorded(forth)?.open).toBe(false);
  });
});
