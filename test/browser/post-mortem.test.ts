import type { Frame, Locator, Page } from 'playwright-core';
import { become, eventually, panelAt, rest } from './as-person';
import { tabTo } from './by-keyboard';
import { littleJira, openPage, screenshot, seriousFindings, surface } from './little-jira';

/** A feature request of the sample that nobody has, and that nothing is linked with. */
const FIX = 'QUAY-60';

const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, `/browse/${FIX}`);
  await surface(page, 'panel');
  const document = {
    capacity: {
      count: 'effort',
      scopeCreep: 0.25,
      lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'sample-omar' } },
    },
  };
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: FIX,
    command: 'invoke',
    data: {
      functionKey: 'rubric.publish',
      payload: { project: 'QUAY', reason: 'The lane has an owner', document },
    },
  });
  await page.close();
});

interface Fields {
  readonly status: { readonly name: string };
  readonly duedate: string | null;
  readonly assignee: { readonly accountId: string } | null;
  readonly customfield_10021: readonly { readonly value: string }[] | null;
  readonly labels: readonly string[];
  readonly issuelinks: readonly {
    readonly inwardIssue?: { readonly key: string };
    readonly outwardIssue?: { readonly key: string };
  }[];
}

const fieldsOf = async (page: Page, key: string): Promise<Fields> =>
  (
    await rest<{ readonly fields: Fields }>(
      page,
      'GET',
      `/rest/api/3/issue/${key}?fields=status,duedate,assignee,customfield_10021,labels,issuelinks`,
    )
  ).fields;
const linkedWith = ({ issuelinks }: Fields): readonly string[] =>
  issuelinks.map(({ inwardIssue, outwardIssue }) => (inwardIssue ?? outwardIssue)?.key ?? '');
const comments = async (page: Page, key: string): Promise<string> =>
  JSON.stringify(await rest(page, 'GET', `/rest/api/3/issue/${key}/comment`));

/** One of the fields that Ballast writes, as Jira has it. */
async function written(page: Page, key: string, name: string): Promise<unknown> {
  const { fields, names } = await rest<{
    readonly fields: Readonly<Record<string, unknown>>;
    readonly names: Readonly<Record<string, string>>;
  }>(page, 'GET', `/rest/api/3/issue/${key}?expand=names`);
  return fields[Object.keys(names).find((id) => names[id] === name) ?? ''];
}

async function moveTo(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /Change status$/u }).press('Enter');
  await page.getByRole('menuitem', { name: new RegExp(`^${status}`, 'u') }).click();
}

async function link(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Add link' }).press('Enter');
  await page.getByRole('combobox', { name: 'Kind of link' }).fill('relates');
  await page.getByRole('option', { name: 'relates to' }).click();
  await page.getByRole('textbox', { name: 'Key of the other issue' }).fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: key }).first().waitFor();
}

/** The tab, as somebody opens it. */
const postMortem = (page: Page): Promise<Frame> => panelAt(page, 'Post-mortem');

/** The decision log of the issue that shows, entry by entry. */
async function logOf(page: Page): Promise<readonly string[]> {
  const panel = await panelAt(page, 'Decisions');
  await panel.getByRole('article').first().waitFor();
  return panel.getByRole('article').allTextContents();
}

async function press(page: Page, panel: Frame, button: Locator): Promise<void> {
  await tabTo(page, panel, button);
  await page.keyboard.press('Enter');
}

async function type(page: Page, panel: Frame, field: Locator, text: string): Promise<void> {
  await tabTo(page, panel, field);
  await page.keyboard.type(text);
}

async function createAction(
  page: Page,
  panel: Frame,
  summary: string,
  owner: string,
): Promise<string> {
  await type(
    page,
    panel,
    panel.getByRole('textbox', { name: 'What will be different afterwards' }),
    summary,
  );
  await type(page, panel, panel.getByRole('combobox', { name: 'Owner' }), owner);
  await panel.getByRole('option', { name: owner }).waitFor();
  await page.keyboard.press('Enter');
  await press(page, panel, panel.getByRole('button', { name: 'Create the action in Jira' }));
  const made = panel.getByRole('listitem').filter({ hasText: summary }).last();
  await made.waitFor();
  return (await made.getByRole('link').first().textContent()) ?? '';
}

describe('an urgent fix, from the incident to what is learnt', () => {
  it('is flagged, told to customers, resolved, kept from closing until its post-mortem is done, and lets its action rise when the incident comes again', async () => {
    const { page, errors } = await openPage(jira, `/browse/${FIX}`, { height: 2200 });
    await become(page, 'sample-teo');
    await surface(page, 'panel');
    expect(await fieldsOf(page, FIX)).toMatchObject({ duedate: null, assignee: null });
    expect(await written(page, FIX, 'Backlog lane')).toBe('feature improvement');

    // An incident is linked: the feature request becomes a hot fix with flag, due date and owner.
    for (const key of ['SUP-3', 'SUP-8'])
      await rest(page, 'POST', '/rest/api/3/issueLink', {
        type: { name: 'Relates' },
        inwardIssue: { key },
        outwardIssue: { key: FIX },
      });
    // The form that is opened before they show would be built anew.
    await page.getByRole('link', { name: 'SUP-8' }).first().waitFor();
    await link(page, 'INC-54');
    await eventually('the hot fix has flag, due date and owner', async () => {
      const { duedate, assignee, customfield_10021: flagged } = await fieldsOf(page, FIX);
      return (
        duedate === '2026-11-17' &&
        assignee?.accountId === 'sample-omar' &&
        flagged?.[0]?.value === 'Impediment'
      );
    });
    expect(await written(page, FIX, 'Backlog lane')).toBe('hot fix');
    await page.reload();
    await (
      await panelAt(page, 'Lane')
    )
      .getByRole('tabpanel', { name: 'Lane' })
      .getByText(/SEV1 incident INC-54 is open/u)
      .first()
      .waitFor();
    const urgent = await logOf(page);
    for (const words of [
      /Lane: feature improvement → hot fix.*SEV1 incident INC-54 is open.*1 new incident/su,
      /Due date: 2026-11-17/u,
      /Assignee: the owner of the lane hot fix/u,
      /Flag: Impediment/u,
    ])
      expect(urgent).toContainEqual(expect.stringMatching(words));

    // A customer update goes to both support requests.
    const composer = await panelAt(page, 'Customer update');
    await composer.getByText('1 day left').waitFor();
    await composer.getByLabel('What customers can do until then').fill('Post the payment by hand.');
    await composer.getByLabel('I have read the text').check();
    await composer.getByRole('button', { name: 'Send to 2 requests' }).press('Enter');
    await composer.getByText(/^Sent to SUP-/u).waitFor();
    await composer
      .getByRole('tabpanel', { name: 'Customer update' })
      .getByText('Customer update: sent to')
      .waitFor();
    for (const key of ['SUP-3', 'SUP-8'])
      expect(await comments(page, key)).toContain('Post the payment by hand.');
    await screenshot(page, 'panel-customer-update');
    expect(await logOf(page)).toContainEqual(
      expect.stringMatching(/Customer update: sent to.*SUP-3/su),
    );

    // It is resolved, and may not be closed.
    await moveTo(page, 'Done');
    await page.getByRole('button', { name: 'Status: Done. Change status' }).waitFor();
    await moveTo(page, 'Closed');
    await page
      .getByText(/cannot be closed yet.* 8 of 9 items are open .*: An owner/u)
      .first()
      .waitFor();
    await screenshot(page, 'post-mortem-closing-refused');
    expect((await fieldsOf(page, FIX)).status.name).toBe('Done');
    await page.reload();
    let panel = await postMortem(page);
    await panel.getByText('0 of 9 done; closing waits for 8 items').waitFor();
    await eventually('the log tells that it was opened', async () =>
      (await logOf(page)).some((entry) => /Post-mortem: open, due 2026-11-19/u.test(entry)),
    );

    // The post-mortem, from here to its review with the keyboard alone.
    panel = await postMortem(page);
    await press(page, panel, panel.getByRole('button', { name: 'Next: Name an owner' }));
    await press(page, panel, panel.getByRole('button', { name: 'I take it' }));
    await press(page, panel, panel.getByRole('button', { name: 'Then: Confirm the impact' }));
    await type(
      page,
      panel,
      panel.getByRole('textbox', { name: 'What you found' }),
      'Payouts stood still for 40 customers during two hours.',
    );
    await press(page, panel, panel.getByRole('button', { name: 'Save and tick' }));
    await press(page, panel, panel.getByRole('button', { name: 'Then: Check the timeline' }));
    await panel
      .getByRole('region', { name: 'What Jira knows of how it went' })
      .getByText(/moved from .* to Done/u)
      .first()
      .waitFor();
    await screenshot(page, 'post-mortem-timeline');
    await press(page, panel, panel.getByRole('button', { name: 'Save and tick' }));
    await press(page, panel, panel.getByRole('button', { name: 'Then: Say how it was noticed' }));
    await press(page, panel, panel.getByRole('button', { name: 'Save and tick' }));
    await panel
      .getByRole('alert')
      .getByText(/Say what was found/u)
      .waitFor();
    await type(
      page,
      panel,
      panel.getByRole('textbox', { name: 'What you found' }),
      'A customer called: nothing watches the queue.',
    );
    await press(page, panel, panel.getByRole('button', { name: 'Save and tick' }));
    await press(page, panel, panel.getByRole('button', { name: 'Then: Name what contributed' }));
    await type(page, panel, panel.getByRole('combobox', { name: 'What kind' }), 'Monitoring');
    await page.keyboard.press('Enter');
    await type(
      page,
      panel,
      panel.getByRole('textbox', { name: 'What let it happen' }),
      'Teo Okafor did not look at the queue',
    );
    await press(page, panel, panel.getByRole('button', { name: 'Add the factor' }));
    await panel
      .getByRole('alert')
      .getByText(/never a person/u)
      .waitFor();
    await tabTo(page, panel, panel.getByRole('textbox', { name: 'What let it happen' }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Nothing watches how old the oldest payout is');
    await press(page, panel, panel.getByRole('button', { name: 'Add the factor' }));
    await press(
      page,
      panel,
      panel.getByRole('button', { name: 'Then: Look whether it happened before' }),
    );
    await press(page, panel, panel.getByRole('button', { name: 'This is the first time' }));
    await press(page, panel, panel.getByRole('button', { name: 'Then: Decide what to change' }));
    const action = await createAction(
      page,
      panel,
      'Alert when the oldest payout waits ten minutes',
      'Omar Haddad',
    );
    const other = await createAction(
      page,
      panel,
      'Release the ledger lock by itself',
      'Hana Suzuki',
    );
    await screenshot(page, 'post-mortem-actions');
    expect(await fieldsOf(page, action)).toMatchObject({
      duedate: '2026-12-14',
      assignee: { accountId: 'sample-omar' },
      labels: ['preventive-action'],
    });
    for (const key of [action, other]) expect(linkedWith(await fieldsOf(page, key))).toEqual([FIX]);
    await press(page, panel, panel.getByRole('button', { name: 'Then: Review it' }));
    await panel.getByText('You own it: somebody else has to review it.').waitFor();
    await become(page, 'sample-mara');
    panel = await postMortem(page);
    await press(page, panel, panel.getByRole('button', { name: 'Next: Review it' }));
    await press(page, panel, panel.getByRole('button', { name: 'It convinces me' }));
    await panel.getByText('Complete', { exact: true }).waitFor();
    await press(page, panel, panel.getByRole('button', { name: 'Then: Share it' }));
    await press(page, panel, panel.getByRole('button', { name: 'Post it as a comment' }));
    await panel.getByText('9 of 9 done').waitFor();
    await screenshot(page, 'post-mortem-complete');
    expect(await comments(page, FIX)).toContain('Nothing watches how old the oldest payout is');
    const learnt = await logOf(page);
    for (const words of [
      new RegExp(`Preventive action: ${action}, due 2026-12-14`, 'u'),
      new RegExp(`Preventive action: ${other}, due`, 'u'),
      /Post-mortem: open → complete/u,
    ])
      expect(learnt).toContainEqual(expect.stringMatching(words));

    // Closing works.
    await become(page, 'sample-teo');
    await moveTo(page, 'Closed');
    await page.getByRole('button', { name: 'Status: Closed. Change status' }).waitFor();
    expect((await fieldsOf(page, FIX)).status.name).toBe('Closed');

    // The incident comes again, and what was to prevent it rises.
    const again = (
      await rest<{ readonly key: string }>(page, 'POST', '/rest/api/3/issue', {
        fields: {
          project: { key: 'INC' },
          issuetype: { name: 'Incident' },
          summary: 'Payouts stand still once more',
          priority: { name: 'High' },
        },
      })
    ).key;
    await page.goto(`${jira.address}/browse/${action}`);
    panel = await surface(page, 'panel');
    await panel.waitForSelector('p[aria-live="polite"]');
    const shown = async (): Promise<number> =>
      Number(
        /^[\d.]+/u.exec(
          (await panel.locator('p[aria-live="polite"]').first().textContent()) ?? '',
        )?.[0],
      );
    const before = {
      panel: await shown(),
      fields: [
        Number(await written(page, action, 'Priority score')),
        Number(await written(page, other, 'Priority score')),
      ] as const,
    };
    await link(page, again);
    await eventually(
      'the score of the action rises in its panel',
      async () => (await shown()) > before.panel,
    );
    await panel
      .getByRole('row', { name: /^Recurring incidents/u })
      .first()
      .waitFor();
    await screenshot(page, 'post-mortem-recurred');
    await eventually(
      'both actions rise in Jira',
      async () =>
        Number(await written(page, action, 'Priority score')) > before.fields[0] &&
        Number(await written(page, other, 'Priority score')) > before.fields[1],
    );
    expect(linkedWith(await fieldsOf(page, other))).toEqual([FIX, again]);
    await (
      await postMortem(page)
    )
      .getByText(`This is one of its preventive actions: it is kept with the fix, ${FIX}.`)
      .waitFor();
    await page.reload();
    expect(await logOf(page)).toContainEqual(
      expect.stringMatching(
        new RegExp(`Technical risk: raised.*${again} is what this was to prevent`, 'su'),
      ),
    );
    await page.goto(`${jira.address}/browse/${FIX}`);
    await (
      await postMortem(page)
    )
      .getByRole('region', { name: 'It came again' })
      .getByText(again)
      .waitFor();
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', 320],
    ['light', 1280],
    ['dark', 320],
    ['dark', 1280],
  ] as const)(
    'finds nothing serious with axe in %s at %i px, with every item open in turn, and scrolls nothing sideways',
    async (scheme, width) => {
      const { page } = await openPage(jira, `/browse/${FIX}`, { scheme, width, height: 1800 });
      const panel = await postMortem(page);
      await panel.getByText('9 of 9 done').waitFor();
      const heads = panel.locator('button[aria-expanded]');
      for (let at = 0; at < (await heads.count()); at += 1) {
        await heads.nth(at).click();
        await heads.nth(at).locator('xpath=../../div').waitFor();
        expect(
          await panel.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBeLessThanOrEqual(0);
        expect(await seriousFindings(panel)).toEqual([]);
        if (at % 4 === 1) await screenshot(page, `post-mortem-${scheme}-${width}-${at}`);
      }
      await page.close();
    },
  );

  it('shows the second of two people what the first has written before theirs is saved, and keeps their words', async () => {
    const [one, other] = [
      await openPage(jira, '/browse/QUAY-426'),
      await openPage(jira, '/browse/QUAY-426'),
    ];
    await become(one.page, 'sample-mara');
    await become(other.page, 'sample-teo');
    const mara = await postMortem(one.page);
    await mara.getByRole('button', { name: /^Start/u }).press('Enter');
    await mara.getByRole('button', { name: 'Open: How long it took' }).press('Enter');
    const teo = await postMortem(other.page);
    await teo.getByRole('button', { name: 'Open: How long it took' }).press('Enter');
    await teo
      .getByRole('textbox', { name: 'What you found' })
      .fill('An alert fired after two hours.');

    await mara.getByRole('textbox', { name: 'What you found' }).fill('A customer told us.');
    await mara.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await mara.getByRole('button', { name: 'Done: How long it took' }).waitFor();

    await teo.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await teo
      .getByRole('alert')
      .getByText(/Somebody else changed this a moment ago/u)
      .waitFor();
    await teo.getByText('Now it says: A customer told us.').waitFor();
    expect(await teo.getByRole('textbox', { name: 'What you found' }).inputValue()).toBe(
      'An alert fired after two hours.',
    );
    await screenshot(other.page, 'post-mortem-two-people');
    await teo.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await teo.getByRole('alert').waitFor({ state: 'detached' });
    await Promise.all([one.page.close(), other.page.close()]);
  });
});
