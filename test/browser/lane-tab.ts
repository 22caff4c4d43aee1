import type { Frame, Page } from 'playwright-core';
import { panelAt } from './as-person';

/** The tab once it is whole: while its parts arrive they push each other down. */
export async function laneTab(page: Page): Promise<Frame> {
  const panel = await panelAt(page, 'Lane');
  await wholeLaneTab(panel);
  return panel;
}

/** Waits for all that the tab shows to whoever may override. */
export async function wholeLaneTab(panel: Frame): Promise<void> {
  await panel
    .getByRole('heading', { name: 'Open work by lane' })
    .waitFor()
    .catch(async (cause: unknown) => {
      throw new Error(
        `The lane tab shows: ${(await panel.locator('main').innerText()).slice(-1_500)}`,
        { cause },
      );
    });
  await panel.getByRole('heading', { name: 'Follow-through of post-mortems' }).waitFor();
  await panel.getByLabel('Pin a lane').waitFor();
}
