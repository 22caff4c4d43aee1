import { text } from 'node:stream/consumers';
import { littleJira, openPage, screenshot, seriousFindings } from './little-jira';
import { answerTo, PROJECT, settingsAt } from './settings-page';

const jira = littleJira();

test('everything that is stored of one person is looked up, and downloaded as it was found', async () => {
  const { page, errors } = await openPage(jira, '/admin/ballast', { height: 1400 });
  await answerTo(page, 'draft.save', {
    project: PROJECT,
    document: { name: 'Mine' },
    inherits: [],
    base: 0,
    site: 0,
    seen: 0,
  });
  const admin = await settingsAt(page, 'Setup check', 'admin');
  const part = admin.getByRole('region', { name: 'Data stored about a person' });
  await part.getByLabel('Person, by name or account id').fill('Local');
  await admin.getByRole('option', { name: /Local Admin/u }).click();
  await part.getByRole('button', { name: 'Look it up' }).press('Enter');
  await part.getByText(/^Local Admin: [1-9]\d* entr(y|ies) found in \d+ records/u).waitFor();
  await screenshot(page, 'personal-data-light-1280');
  expect(await seriousFindings(admin)).toEqual([]);
  const coming = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Download as JSON' }).press('Enter');
  const file = await (await coming).createReadStream();
  const { accountId, entries } = JSON.parse(await text(file)) as {
    accountId: string;
    entries: { kind: string; as: string }[];
  };
  expect(accountId).toContain('admin');
  expect(await part.getByText(`: ${String(entries.length)} entr`).count()).toBe(1);
  expect(entries.map(({ as }) => as)).toContain('author');
  expect(errors).toEqual([]);
  await page.close();
});
