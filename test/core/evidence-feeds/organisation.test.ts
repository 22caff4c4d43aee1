import { organisationIn } from '../../../src/core/evidence-feeds/organisation';
import { readPayload } from '../../../src/core/evidence-feeds/read-payload';
import { aReport } from '../../../src/core/evidence-feeds/report';
import { ownBatch } from './payloads';

const NOW = new Date('2026-11-16T09:00:00Z');

const CUSTOMERS: readonly (readonly [string, string | null])[] = [
  ['Harbour Coffee', 'Harbour Coffee'],
  ['Müller & Söhne @ Hafen', 'Müller & Söhne @ Hafen'],
  ['jane@harbour.example', 'harbour.example'],
  ['Jane Doe <Jane.Doe+help@Harbour.Example>', 'harbour.example'],
  ['mailto:jane@shop.harbour.example', 'shop.harbour.example'],
  ['"jane@müller.example"', 'müller.example'],
  ['jane.doe@gmail.com', null],
  ['Jane <jane@yahoo.co.uk>', null],
  ['jane@WEB.de', null],
  ['jane@outlook.com.br', null],
  ['jane@liveworks.com', 'liveworks.com'],
  ['712020:0c5a4c1e-2f0e-4b7e-9d31-6a7b8c9d0e1f', null],
  ['5b10ac8d82e05b22cc7d4ef5', null],
];

describe('the customer whom a source names', () => {
  it.each(CUSTOMERS)('%s is %s', (text, organisation) => {
    expect(organisationIn(text)).toBe(organisation);
  });

  it('is no person in any report, whatever reader made it', () => {
    const said = { source: 'desk', externalId: 'T-1', occurred: 1, state: null } as const;
    expect(aReport({ ...said, customer: 'jane@harbour.example' }).customer).toBe('harbour.example');
    expect(aReport({ ...said, customer: 'jane@gmail.com' }).customer).toBeNull();
    const read = readPayload(ownBatch({ customer: 'Jane <jane@harbour.example>' }), NOW);
    expect(read).toMatchObject({ reports: [{ customer: 'harbour.example' }] });
  });

  it('is not read from what is known to be a person', () => {
    for (const field of ['requester', 'reporter', 'user', 'email'])
      expect(readPayload(ownBatch({ [field]: 'Jane Doe' }), NOW)).toMatchObject({ ok: false });
  });
});
