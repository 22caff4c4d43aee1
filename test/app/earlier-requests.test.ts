import { smallSite, type SmallSite } from './small-site';

/** As versions of the app wrote it that called a request a mark, and one that the ledger suffices for a held one. */
function leaveMark(site: SmallSite, issueId: string, kind: 'read' | 'held'): void {
  site.dev.host.damageKvs({
    entity: 'mark',
    key: `${issueId}:${kind}`,
    value: { issueId, kind, token: `${kind}-earlier`, drain: 0, shelf: 'all', at: 1_700_000_000 },
  });
}

const stored = (site: SmallSite, entity: string | null) =>
  [...site.dev.host.dumpKvs()].filter((entry) => entry.entity === entity);

describe('requests to score that an earlier version has left', () => {
  it('are served by the next run and cleared', async () => {
    const site = smallSite([{ priority: 'High' }, { priority: 'Low' }]);
    site.dev.announceInstalled();
    await site.settle();
    const ids = stored(site, 'ledger').map(({ key }) => key);
    expect(ids).toHaveLength(2);
    for (const id of ids) {
      leaveMark(site, id, 'read');
      leaveMark(site, id, 'held');
    }
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    expect(stored(site, 'mark')).toEqual([]);
  });

  it('could be read by that version again: runs are noted in its words', async () => {
    const site = smallSite([{ priority: 'High' }]);
    site.dev.announceInstalled();
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    const [noted] = stored(site, null).filter(({ key }) => key === 'wake:drain');
    expect(noted?.value).toEqual({
      drains: expect.any(Number) as number,
      echo: null,
      busyUntil: expect.any(Number) as number,
      begun: expect.any(Array) as unknown[],
    });
  });
});
