import type { Frame, Locator, Page } from 'playwright-core';

/** More stops than any page of the little Jira has. */
const STOPS = 200;

/** Goes on with Tab, or back with Shift+Tab, as somebody without a mouse does, until this has the focus. */
export async function tabTo(
  page: Page,
  frame: Frame,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await target.waitFor();
  const focused = target.and(frame.locator(':focus'));
  for (let stop = 0; stop < STOPS; stop++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No ${key} leads to ${String(target)}`);
}
