import type { Page } from 'playwright-core';
import { eventually, rest } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings } from './little-jira';
import { answerTo, PROJECT, settingsAt } from './settings-page';

const jira = littleJira();
const FINISHED = 30;

/** Work is finished without regard to its score: by its number, the oldest first. */
async function finishWork(page: Page): Promise<void> {
  const { issues } = await rest<{ readonly issues: readonly { readonly key: string }[] }>(
    page,
    'POST',
    '/rest/api/3/search/jql',
    {
      jql: `project = ${PROJECT} AND statusCategory != Done ORDER BY created`,
      fields: ['summary'],
      maxResults: FINISHED,
    },
  );
  for (const { key } of issues) {
    const { transitions } = await rest<{
      readonly transitions: readonly {
        readonly id: string;
        readonly name: string;
        readonly to: { readonly statusCategory: { readonly key: string } };
      }[];
    }>(page, 'GET', `/rest/api/3/issue/${key}/transitions`);
    const done = transitions.find(({ to }) => to.statusCategory.key === 'done');
    if (done !== undefined)
      await rest(page, 'POST', `/rest/api/3/issue/${key}/transitions`, {
        transition: { id: done.id },
      });
    await rest(page, 'POST', '/__host/clock/advance', { ms: 3_600_000 });
  }
}

test('a suggestion is put into the draft, beside what stands there already, and can be taken back', async () => {
  const { page, errors } = await openPage(jira, `/projects/${PROJECT}/settings`);
  await finishWork(page);
  await eventually(
    'what was finished is known with its table',
    async () => (await answerTo(page, 'calibration.view', { project: PROJECT })).explained >= 20,
  );
  const { suggestions } = await answerTo(page, 'calibration.view', { project: PROJECT });
  const [first] = suggestions;
  expect(first).toBeDefined();

  const { published } = await answerTo(page, 'settings.view', { project: PROJECT });
  await answerTo(page, 'draft.save', {
    project: PROJECT,
    document: { ...published.document, name: 'Mine in the making' },
    base: published.base,
    seen: 0,
  });
  await page.reload();
  const settings = await settingsAt(page, 'Calibration');
  await settings.getByText('What would come nearer').waitFor();
  expect(await seriousFindings(settings)).toEqual([]);
  await screenshot(page, 'settings-calibration-suggestions');
  await settings
    .getByRole('button', { name: /^Put into a draft: / })
    .first()
    .press('Enter');
  await settings.getByText(/^(In your draft .* weighs .* % now|Your draft leaves out )/u).waitFor();

  const weightInDraft = async (): Promise<number> => {
    const document = (await answerTo(page, 'settings.view', { project: PROJECT })).draft
      ?.document as typeof published.document | undefined;
    expect(document?.name).toBe('Mine in the making');
    return document?.criteria.find(({ id }) => id === first?.id)?.weight ?? 0;
  };
  await eventually('the draft is kept with it', async () => (await weightInDraft()) === first?.to);
  expect((await answerTo(page, 'settings.view', { project: PROJECT })).published.base).toBe(
    published.base,
  );
  await screenshot(page, 'settings-calibration-put-in');
  await settings.getByRole('button', { name: 'Undo' }).press('Enter');
  await eventually('it is taken back', async () => (await weightInDraft()) === first?.from);
  expect(errors).toEqual([]);
  await page.close();
});
