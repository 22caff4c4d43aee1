import type { Frame, Page } from 'playwright-core';
import { surface } from './little-jira';

/** A request to the little Jira's REST API or its host, as the page's person. */
export async function rest<T = unknown>(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await page.evaluate<{ readonly status: number; readonly text: string }>(
    `fetch(${JSON.stringify(path)}, { method: ${JSON.stringify(method)}, headers: { 'content-type': 'application/json' }${body === undefined ? '' : `, body: ${JSON.stringify(JSON.stringify(body))}`} }).then(async (r) => ({ status: r.status, text: await r.text() }))`,
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return (answer.text === '' ? undefined : JSON.parse(answer.text)) as T;
}

/** Another person takes the seat, at the same issue. */
export async function become(page: Page, accountId: string): Promise<void> {
  await rest(page, 'POST', '/__host/login', { accountId });
  await page.reload();
}

/** The panel at one of its tabs. */
export async function panelAt(page: Page, tab: string): Promise<Frame> {
  const panel = await surface(page, 'panel');
  const wanted = panel.getByRole('tab', { name: tab });
  // A click on a panel that is still growing may hit what has just moved there.
  await eventually(`the tab ${tab} is chosen`, async () => {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return true;
    await wanted.click();
    return false;
  });
  return panel;
}

/** Tries until it holds, for what the app does on its own time. */
export async function eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`It never came true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
