import { smallSite } from './small-site';

const flag = [{ value: 'Impediment' }];
const fields = [
  { id: 'customfield_10016', name: 'Story Points', type: 'number' as const },
  { id: 'customfield_10030', name: 'Plattformen', type: 'array-option' as const },
  { id: 'customfield_10021', name: 'Markiert', type: 'array-option' as const },
];

describe("Jira's own flag", () => {
  it('is found on a site in another language, by its kind and its one option', async () => {
    const site = smallSite(
      [
        { key: 'PAY-1', typeName: 'Bug', priority: 'High' },
        {
          key: 'PAY-2',
          customs: {
            customfield_10021: flag,
            customfield_10030: [{ value: 'Web' }, { value: 'App' }],
          },
        },
        { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
      ],
      [],
      { fields },
    );
    site.dev.announceInstalled();
    await site.settle();
    await site.link('Relates', 'PAY-1', 'INC-1');
    await site.settle();
    expect(await site.fields('PAY-1')).toMatchObject({ lane: 'hot fix' });
    expect(site.dev.site.peek('PAY-1')?.customs['customfield_10021']).toMatchObject(flag);
    expect(site.dev.site.peek('PAY-1')?.customs['customfield_10030']).toBeUndefined();
    expect(site.badRequests).toEqual([]);
  });
});
