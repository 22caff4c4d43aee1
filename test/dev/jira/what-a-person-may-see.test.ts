import { aSite, anIssue, APP, as } from './a-site';

const twoProjects = () =>
  aSite([anIssue('OPEN-1'), anIssue('SECRET-1')], {
    projects: [
      {
        key: 'OPEN',
        name: 'Open',
        roles: [
          { name: 'Developers', accountIds: ['ann'] },
          { name: 'Viewers', accountIds: ['bob'] },
        ],
      },
      { key: 'SECRET', name: 'Secret', roles: [{ name: 'Developers', accountIds: ['ann'] }] },
    ],
    linkTypes: [{ name: 'Cause', outward: 'causes', inward: 'is caused by' }],
    links: [{ typeName: 'Cause', sourceKey: 'OPEN-1', destinationKey: 'SECRET-1' }],
  });

test('a link to an issue that one may not see is not there', async () => {
  const site = twoProjects();
  const linksFor = async (who: Parameters<typeof site.ask>[3]) =>
    (await site.ask('GET', '/issue/OPEN-1?fields=issuelinks', undefined, who)).body;
  expect(await linksFor(as('ann'))).toMatchObject({
    fields: { issuelinks: [{ outwardIssue: { key: 'SECRET-1' } }] },
  });
  expect(await linksFor(APP)).toMatchObject({
    fields: { issuelinks: [{ outwardIssue: { key: 'SECRET-1' } }] },
  });
  expect(await linksFor(as('bob'))).toMatchObject({ fields: { issuelinks: [] } });
});

test('nobody is offered a transition or a field that they may not use', async () => {
  const site = twoProjects();
  const offered = async (who: string) => [
    (await site.ask('GET', '/issue/OPEN-1/transitions', undefined, as(who))).body,
    (await site.ask('GET', '/issue/OPEN-1/editmeta', undefined, as(who))).body,
    (await site.ask('GET', '/issue/createmeta/OPEN/issuetypes', undefined, as(who))).body,
  ];
  expect(await offered('bob')).toMatchObject([
    { transitions: [] },
    { fields: {} },
    { issueTypes: [] },
  ]);
  expect(await offered('ann')).toMatchObject([
    { transitions: expect.arrayContaining([expect.objectContaining({ name: 'Done' })]) },
    {
      fields: {
        summary: { required: true, operations: ['set'] },
        labels: { operations: ['add', 'set', 'remove'] },
      },
    },
    { issueTypes: expect.arrayContaining([expect.objectContaining({ name: 'Story' })]) },
  ]);
});

test('an option field takes the values that its issues have', async () => {
  const site = aSite(
    [
      anIssue('SHOP-1', { customs: { customfield_10200: { id: '7', value: 'Gold' } } }),
      anIssue('SHOP-2', { customs: { customfield_10200: { value: 'Bronze' } } }),
    ],
    {
      fields: [{ id: 'customfield_10200', name: 'Segment', type: 'option' }],
    },
  );
  expect((await site.ask('GET', '/issue/SHOP-1/editmeta')).body).toMatchObject({
    fields: {
      customfield_10200: { allowedValues: [{ value: 'Bronze' }, { id: '7', value: 'Gold' }] },
    },
  });
});
