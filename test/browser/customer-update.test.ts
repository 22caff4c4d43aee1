import type { Frame, Page } from 'playwright-core';
import { become, eventually, panelAt, rest } from './as-person';
import { tabTo } from './by-keyboard';
import { jiraOf, openPage, screenshot, seriousFindings, surface } from './little-jira';

/** Refuses the first comment on SUP-2 and breaks over the first on SUP-3; PAY-4 has a long log. */
const jira = jiraOf(['test/browser/troubled-jira.ts']);

interface Comments {
  readonly comments: readonly { readonly jsdPublic: boolean; readonly body: unknown }[];
}
const commentsOn = async (page: Page, key: string) =>
  (await rest<Comments>(page, 'GET', `/rest/api/3/issue/${key}/comment`)).comments;
const ticked = async (panel: Frame, keys: readonly string[]) =>
  Promise.all(keys.map((key) => panel.getByLabel(`Send to ${key}`, { exact: true }).isChecked()));
const SUPS = ['SUP-1', 'SUP-2', 'SUP-3'];

describe('a customer update that does not get everywhere', () => {
  it('keeps the text for those who did not get it, unticks the others, and says what perhaps got there', async () => {
    const { page } = await openPage(jira, '/browse/PAY-1', { height: 2400 });
    const panel = await panelAt(page, 'Customer update');
    await panel
      .getByLabel('The text as customers will read it')
      .fill('Hello,\n\nthe bank is slow today.');
    await panel.getByLabel('I have read the text').check();
    await panel.getByRole('button', { name: 'Send to 3 requests' }).press('Enter');
    await panel.getByText('Sent to SUP-1.').waitFor();
    await panel.getByText(/^Not sent to SUP-2: SUP-2 is locked for a moment/u).waitFor();
    await panel
      .getByText(
        /^Perhaps sent to SUP-3: .*Look at the comments of SUP-3 before you send it again/u,
      )
      .waitFor();
    expect(await panel.getByLabel('The text as customers will read it').inputValue()).toBe(
      'Hello,\n\nthe bank is slow today.',
    );
    expect(await ticked(panel, SUPS)).toEqual([false, true, false]);
    await panel.getByText(/perhaps told (just now|on )/u).waitFor();
    expect(await panel.getByLabel('I have read the text').isChecked()).toBe(false);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await panel.waitForTimeout(300);
      expect(await seriousFindings(panel)).toEqual([]);
      await screenshot(page, `customer-update-partly-${scheme}`);
    }
    await panel.getByLabel('I have read the text').check();
    await panel.getByRole('button', { name: 'Send to 1 request' }).press('Enter');
    await panel.getByText('Sent to SUP-2.').waitFor();
    expect(
      await Promise.all(
        SUPS.map(async (key) => (await commentsOn(page, key)).map(({ jsdPublic }) => jsdPublic)),
      ),
    ).toEqual([[true], [true], []]);
    const log = await panelAt(page, 'Decisions');
    await log
      .getByRole('tabpanel', { name: 'Decisions' })
      .getByText('Customer update: perhaps sent to SUP-3')
      .waitFor();
    await page.close();
  });
});

describe('of two people who write at once', () => {
  it('the second sees what the first sent before theirs goes out, and keeps their words', async () => {
    const { page: first } = await openPage(jira, '/browse/PAY-2', { height: 2400 });
    await become(first, 'ana');
    const context = await jira.browser.newContext({ viewport: { width: 1280, height: 2400 } });
    const second = await context.newPage();
    await second.goto(`${jira.address}/browse/PAY-2`);
    await become(second, 'ben');
    const mine = await panelAt(second, 'Customer update');
    await mine.getByLabel('The text as customers will read it').fill('We are looking into it.');
    await mine.getByLabel('I have read the text').check();
    const theirs = await panelAt(first, 'Customer update');
    await theirs.getByLabel('The text as customers will read it').fill('Receipts come tomorrow.');
    await theirs.getByLabel('I have read the text').check();
    await theirs.getByRole('button', { name: 'Send to 2 requests' }).press('Enter');
    await theirs.getByText(/^Sent to SUP-/u).waitFor();
    await mine.getByRole('button', { name: 'Send to 2 requests' }).press('Enter');
    await mine.getByText(/Ana Adeyemi wrote to these customers after you opened this/u).waitFor();
    await mine
      .getByRole('tabpanel', { name: 'Customer update' })
      .getByText('Receipts come tomorrow.')
      .waitFor();
    expect(await mine.getByLabel('The text as customers will read it').inputValue()).toBe(
      'We are looking into it.',
    );
    expect(await commentsOn(second, 'SUP-4')).toHaveLength(1);
    await screenshot(second, 'customer-update-second');
    await mine.getByLabel('I have read the text').check();
    await mine.getByRole('button', { name: 'Send to 2 requests' }).press('Enter');
    await mine.getByText(/^Sent to SUP-/u).waitFor();
    expect(await commentsOn(second, 'SUP-4')).toHaveLength(2);
    await context.close();
    await first.close();
  });
});

describe('by keyboard alone', () => {
  it('an update is written from its facts, read, and sent to one of two requests; a fix that is resolved says so', async () => {
    const { page } = await openPage(jira, '/browse/PAY-3', { height: 2400 });
    const panel = await surface(page, 'panel');
    await tabTo(page, panel, panel.getByRole('tab', { name: 'Score' }));
    for (let right = 0; right < 3; right++) await page.keyboard.press('ArrowRight');
    await tabTo(
      page,
      panel,
      panel.getByLabel('We are looking into it and do not know the cause yet.'),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Friday');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ask the bank');
    const text = panel.getByLabel('The text as customers will read it');
    await tabTo(page, panel, text);
    expect(await text.inputValue()).toContain(
      'We have found the cause and are working on a fix.\n\nWe expect it to be resolved by Friday.\n\nWhat you can do until then: Ask the bank',
    );
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Thank you.');
    await tabTo(page, panel, panel.getByLabel('Send to SUP-5', { exact: true }));
    await page.keyboard.press('Space');
    expect(await panel.getByRole('button', { name: 'Send to 0 requests' }).isDisabled()).toBe(true);
    await page.keyboard.press('Space');
    await tabTo(page, panel, panel.getByLabel('I have read the text'));
    await page.keyboard.press('Space');
    await tabTo(page, panel, panel.getByRole('button', { name: 'Send to 1 request' }));
    await page.keyboard.press('Enter');
    await panel.getByText('Sent to SUP-5.').waitFor();
    expect(JSON.stringify(await commentsOn(page, 'SUP-5'))).toContain('Thank you.');
    const { transitions } = await rest<{
      readonly transitions: readonly {
        readonly id: string;
        readonly to: { readonly name: string };
      }[];
    }>(page, 'GET', '/rest/api/3/issue/PAY-3/transitions');
    await rest(page, 'POST', '/rest/api/3/issue/PAY-3/transitions', {
      transition: { id: transitions.find(({ to }) => to.name === 'Done')?.id },
    });
    await eventually('the issue is closed for Ballast too', async () => {
      await page.reload();
      const again = await panelAt(page, 'Customer update');
      await again.getByRole('form', { name: 'Customer update' }).waitFor();
      return again.getByLabel('It is resolved.').isChecked();
    });
    const closed = await surface(page, 'panel');
    await tabTo(page, closed, closed.getByLabel('I have read the text'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await closed.getByText('Sent to SUP-5.').waitFor();
    expect(JSON.stringify(await commentsOn(page, 'SUP-5'))).toContain('It is resolved.');
    await screenshot(page, 'customer-update-closed');
    await page.close();
  });

  it('the log is filtered, read to its beginning, and copied', async () => {
    const { page } = await openPage(jira, '/browse/PAY-4', { height: 1400 });
    const panel = await surface(page, 'panel');
    await tabTo(page, panel, panel.getByRole('tab', { name: 'Score' }));
    for (let right = 0; right < 2; right++) await page.keyboard.press('ArrowRight');
    await panel.getByText('100 decisions, the newest first; there are earlier ones').waitFor();
    const filter = panel.getByRole('button', { name: /^Override/u });
    await tabTo(page, panel, filter);
    await page.keyboard.press('Enter');
    await eventually(
      'the filter is on',
      async () => (await filter.getAttribute('aria-pressed')) === 'true',
    );
    const overrides = await panel.getByRole('article').count();
    expect(overrides).toBeLessThan(100);
    expect(await panel.getByRole('article').allTextContents()).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^Lane, band/u)]),
    );
    await tabTo(page, panel, panel.getByRole('button', { name: 'Show earlier decisions' }));
    await page.keyboard.press('Enter');
    await eventually(
      'earlier ones are here',
      async () => (await panel.getByRole('article').count()) > overrides,
    );
    await panel.getByText(/decisions, the newest first$/u).waitFor();
    expect(await panel.getByRole('button', { name: 'Show earlier decisions' }).count()).toBe(0);
    const all = panel.getByRole('button', { name: /^All \(\d+\)$/u });
    await tabTo(page, panel, all, 'Shift+Tab');
    await page.keyboard.press('Space');
    await panel.getByText('Turn 0', { exact: true }).first().waitFor();
    await tabTo(page, panel, panel.getByRole('button', { name: 'Copy as text' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await panel.getByText(/^(Copied|Your browser keeps this frame from copying)/u).waitFor();
    const shown = panel.getByLabel('The text to copy');
    const text =
      (await shown.count()) > 0
        ? await shown.inputValue()
        : String(await panel.evaluate('navigator.clipboard.readText()'));
    expect(text).toMatch(/^Decisions on PAY-4/u);
    expect(text).not.toContain('Earlier decisions are not in this text.');
    // Ready for the person's own keys.
    if ((await shown.count()) > 0)
      expect(await panel.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await screenshot(page, 'decisions-long-log');
    await page.close();
  });
});
