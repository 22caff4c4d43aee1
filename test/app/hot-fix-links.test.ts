import { describeCause } from '../../src/core/describe/describe-cause';
import { describeChange, type DescribedChange } from '../../src/core/describe/describe-change';
import type { Cause } from '../../src/core/provenance/cause';
import type { Change } from '../../src/core/provenance/change';
import { smallSite, type SmallSite } from './small-site';

interface Linked {
  readonly fields: {
    readonly issuelinks: readonly {
      readonly inwardIssue?: { readonly key: string };
      readonly outwardIssue?: { readonly key: string };
    }[];
  };
}
const linksOf = async (site: SmallSite, key: string): Promise<readonly string[]> =>
  (
    (await site.ask('GET', `/rest/api/3/issue/${key}?fields=issuelinks`)) as Linked
  ).fields.issuelinks.map((link) => (link.inwardIssue ?? link.outwardIssue)?.key ?? '');
const logOf = (site: SmallSite): readonly DescribedChange[] =>
  [...site.dev.host.dumpKvs()]
    .filter(({ entity }) => entity === 'decision')
    .flatMap(
      ({ value }) =>
        (
          JSON.parse((value as { body: string }).body) as {
            d: { changes: readonly Change[] };
          }
        ).d.changes,
    )
    .map(describeChange);
const causesOf = (site: SmallSite, what: string): string[] =>
  [...site.dev.host.dumpKvs()]
    .filter(({ entity }) => entity === 'decision')
    .flatMap(({ value }) => {
      const { d } = JSON.parse((value as { body: string }).body) as {
        readonly d: {
          readonly cause: Cause;
          readonly changes: readonly Change[];
        };
      };
      return d.changes.some((change) => describeChange(change).what === what)
        ? [describeCause(d.cause)]
        : [];
    });
const named = (
  site: SmallSite,
  externalId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> =>
  site.dev.host.runAction(
    'ballast-record-evidence',
    {
      workItem: 'PAY-1',
      kind: 'incident',
      source: 'Desk',
      externalId,
      severity: 'SEV1',
      customer: 'Harbour Coffee',
      ...more,
    },
    site.dev.adminId,
  );

async function aSite(): Promise<SmallSite> {
  const site = smallSite([
    {},
    {},
    { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
    { key: 'INC-2', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
    { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
  ]);
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

describe('an issue that becomes a hot fix', () => {
  it('is linked, once, with the incident that evidence from elsewhere names by its key, and the log says so', async () => {
    const site = await aSite();
    await named(site, 'INC-1');
    await site.settle();
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    expect(await linksOf(site, 'PAY-1')).toEqual(['INC-1']);
    expect(logOf(site).filter(({ what }) => what === 'evidence link')).toMatchObject([
      { to: 'INC-1' },
    ]);
    await named(site, 'INC-1', { severity: 'SEV2' });
    await site.settle();
    expect(await linksOf(site, 'PAY-1')).toEqual(['INC-1']);
    expect(site.badRequests).toEqual([]);
  });

  it('counts the incident once: linked and named it is one, with the customer that was named', async () => {
    const site = await aSite();
    await named(site, 'INC-1');
    await site.settle();
    const linkedAndNamed = await site.fields('PAY-1');
    expect(linkedAndNamed.reasons).toMatch(/1 open SEV1 incident/u);
    expect(linkedAndNamed.reasons).not.toMatch(/2 /u);
  });

  it('is not linked with what is linked already, what is no evidence, and what is not there', async () => {
    const site = await aSite();
    await named(site, 'PAY-2');
    await named(site, 'INC-99');
    await site.link('Relates', 'PAY-1', 'INC-1');
    await site.settle();
    await named(site, 'INC-1');
    await site.settle();
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    expect(await linksOf(site, 'PAY-1')).toEqual(['INC-1']);
    expect(logOf(site).filter(({ what }) => what === 'evidence link')).toEqual([]);
  });
});

describe('an issue that is a hot fix already', () => {
  it('is linked with an incident and a ticket that come in later, each once, and the log says when they came', async () => {
    const site = await aSite();
    await named(site, 'INC-1');
    await site.settle();
    await named(site, 'INC-2');
    await site.settle();
    await named(site, 'SUP-1', { kind: 'support' });
    await site.settle();
    await named(site, 'SUP-1', { kind: 'support', severity: 'SEV2' });
    await site.settle();
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    expect([...(await linksOf(site, 'PAY-1'))].sort()).toEqual(['INC-1', 'INC-2', 'SUP-1']);
    expect(
      logOf(site)
        .filter(({ what }) => what === 'evidence link')
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['INC-1', 'INC-2', 'SUP-1']);
    expect(causesOf(site, 'evidence link').sort()).toEqual([
      'it came in while the issue is a hot fix',
      'it came in while the issue is a hot fix',
      'it entered the lane hot fix',
    ]);
    expect(site.badRequests).toEqual([]);
  });

  it('stays without a link that a person took away, whoever had made it, whatever comes in or happens to its lane', async () => {
    const site = await aSite();
    await site.link('Relates', 'PAY-1', 'SUP-1');
    await named(site, 'INC-1');
    await named(site, 'SUP-1', { kind: 'support' });
    await site.settle();
    await site.unlink('PAY-1', 'INC-1');
    await site.unlink('PAY-1', 'SUP-1');
    await site.settle();
    await named(site, 'INC-1', { customer: 'Second Harbour' });
    await named(site, 'INC-2');
    await site.settle();
    expect(await linksOf(site, 'PAY-1')).toEqual(['INC-2']);
    await site.transition('PAY-1', 'Done');
    await site.settle();
    await site.transition('PAY-1', 'To Do');
    await site.settle();
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    expect(await linksOf(site, 'PAY-1')).toEqual(['INC-2']);
  });
});
