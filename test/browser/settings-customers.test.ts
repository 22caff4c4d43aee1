import { become, eventually } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings, type Scheme } from './little-jira';
import { askDirectly, PROJECT, settingsAt } from './settings-page';

const jira = littleJira();
const SETTINGS = `/projects/${PROJECT}/settings`;
const views: readonly (readonly [Scheme, number])[] = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
];

const TABLE =
  'Account name;Tier;Weight;ARR;Country\nPeregrine Logistics;enterprise;2;412000;NL\nHalcyon Hotels;growth;;96000;FR\n;growth;;;\nKestrel Couriers;starter;heavy;9600;IE\n';

test('a table of customers is looked at, its wrong lines are named, and it is taken over once', async () => {
  const { page, errors } = await openPage(jira, SETTINGS);
  const settings = await settingsAt(page, 'Customers');
  await settings.getByLabel('or paste it here').fill(TABLE);
  await settings.getByRole('button', { name: 'Look what would change' }).press('Enter');
  await settings.getByText('Line 4:').waitFor();
  expect(await settings.getByRole('list', { name: 'Rows with problems' }).innerText()).toContain(
    'Line 5:',
  );
  expect(await settings.getByText('Not used: Country').count()).toBe(1);
  expect(
    await settings
      .getByRole('table', { name: 'Would be added' })
      .getByRole('row', { name: 'Peregrine Logistics' })
      .innerText(),
  ).toMatch(/enterprise\s+2\s+412,000/u);
  await screenshot(page, 'customers-import-light-1280');
  await settings
    .getByRole('button', { name: 'Leave out the 2 rows and import 2 customers' })
    .press('Enter');
  await settings.getByText('Imported: 2 customers added').waitFor();
  await settings.getByRole('cell', { name: 'Peregrine Logistics', exact: true }).waitFor();
  await settings
    .getByLabel('or paste it here')
    .fill('name,segment,weight,revenue\nPeregrine Logistics,enterprise,2,412000\n');
  await settings.getByRole('button', { name: 'Look what would change' }).press('Enter');
  await settings.getByText('there is nothing to import').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('a customer is added from those whom tickets name, changed and removed', async () => {
  const { page, errors } = await openPage(jira, SETTINGS);
  const settings = await settingsAt(page, 'Customers');
  await settings
    .getByRole('button', { name: /^Add to the table\s*: Calder & Voss/u })
    .press('Enter');
  const form = settings.getByRole('form', { name: 'New customer' });
  await form.getByLabel('Weight (1 is like any other)').fill('a lot');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await form.getByText('Write a plain number such as 2.5').waitFor();
  await form.getByLabel('Weight (1 is like any other)').fill('2.5');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await settings.getByRole('cell', { name: 'Calder & Voss', exact: true }).waitFor();
  await settings.getByRole('button', { name: 'Remove Calder & Voss' }).press('Enter');
  await settings.getByRole('button', { name: 'Remove for good' }).press('Enter');
  await eventually(
    'the customer is gone',
    async () =>
      (await settings.getByRole('cell', { name: 'Calder & Voss', exact: true }).count()) === 0,
  );
  expect(errors).toEqual([]);
  await page.close();
});

test('a project administrator sees the customers and can change none, also past the page', async () => {
  const { page } = await openPage(jira, SETTINGS);
  await become(page, 'sample-mara');
  const settings = await settingsAt(page, 'Customers');
  await settings.getByText('You can look at the customers').waitFor();
  expect(await settings.getByRole('button', { name: 'Add a customer' }).count()).toBe(0);
  const row = { name: 'Nobody', segment: '', weight: '', revenue: '' };
  expect(await askDirectly(page, 'customers.save', { ...row, was: null })).toMatchObject({
    ok: false,
    refusal: { kind: 'forbidden' },
  });
  expect(
    await askDirectly(page, 'customers.import', {
      rows: [{ row: 2, ...row }],
      apply: true,
      leaveOut: false,
    }),
  ).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  await become(page, 'local-admin');
  await page.close();
});

test('the setup check adds the fields to the screens, and is content afterwards', async () => {
  const { page, errors } = await openPage(jira, SETTINGS);
  const settings = await settingsAt(page, 'Setup check');
  await settings.getByRole('button', { name: 'Add 4 fields to 2 screens' }).press('Enter');
  await settings.getByText('All 4 fields are on 2 screens.').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('PagerDuty is connected with the secret that it made, and removed again', async () => {
  const { page, errors } = await openPage(jira, SETTINGS);
  const settings = await settingsAt(page, 'Setup check');
  await settings.getByRole('button', { name: 'Connect PagerDuty' }).press('Enter');
  const form = settings.getByRole('form', { name: 'New connection to PagerDuty' });
  await form.getByLabel('Name of the connection').fill('Payments');
  await form.getByLabel('Signing secret').fill('too short');
  await form.getByRole('button', { name: 'Connect' }).press('Enter');
  await form.getByText(/shorter than PagerDuty makes any/u).waitFor();
  await form.getByLabel('Signing secret').fill('a secret that PagerDuty made');
  await form.getByRole('button', { name: 'Connect' }).press('Enter');
  await settings
    .getByRole('list', { name: 'Connections to PagerDuty' })
    .getByText('Payments')
    .waitFor();
  await settings.getByText('Taken from PagerDuty (Payments).').waitFor();
  expect(await settings.locator('body').innerText()).not.toContain('a secret that PagerDuty made');
  await settings.getByRole('button', { name: 'Remove Payments' }).press('Enter');
  await settings.getByText('No tool is connected').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('a pilot begins and ends, and the issue says so meanwhile', async () => {
  const { page, errors } = await openPage(jira, SETTINGS);
  const settings = await settingsAt(page, 'Pilot');
  await settings.getByRole('button', { name: 'Begin a pilot' }).press('Enter');
  await settings.getByText('Nothing is written to Jira.').waitFor();
  await screenshot(page, 'pilot-light-1280');
  expect(await askDirectly(page, 'pilot.view', { project: PROJECT })).toMatchObject({
    ok: true,
    value: { pilot: { reason: '' } },
  });
  await settings
    .getByRole('button', { name: 'End the pilot and write the scores to Jira' })
    .press('Enter');
  await settings.getByText('The pilot is over.').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test.each(views)(
  'customers, setup, pilot and calibration in %s at %i px have no serious finding of axe, nor scroll sideways',
  async (scheme, width) => {
    const { page, errors } = await openPage(jira, SETTINGS, { scheme, width, height: 1400 });
    for (const [tab, sign] of [
      ['Customers', 'Whose a ticket is'],
      ['Setup check', 'Jira’s hourly quota'],
      ['Pilot', 'Beside Jira’s order'],
      ['Calibration', 'What the criteria do'],
    ] as const) {
      const settings = await settingsAt(page, tab);
      await settings.getByRole('heading', { name: sign }).first().waitFor();
      await screenshot(page, `settings-${tab.toLowerCase().replace(' ', '-')}-${scheme}-${width}`);
      expect(await seriousFindings(settings)).toEqual([]);
      expect(
        await settings.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
    await page.close();
  },
);
