import type { Locator, Page } from 'playwright-core';
import { until } from '../../product/until.ts';

/** Grey lines in sight: the end of a long list is still to come, and nobody looks there. */
const IS_WAITING = `[...document.querySelectorAll('.skeleton')].some((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
})`;

/** One screen of the product, as somebody comes to it. */
export interface Screen {
  readonly name: string;
  /** The address, below the server's own. */
  readonly path: string;
  /** What shows that it is there. */
  readonly ready: (page: Page) => Locator;
  /** What is done on it before one looks. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Seen by somebody who is not signed in. */
  readonly isOutside?: boolean;
  /** Where a phone has nothing of its own to show. */
  readonly isWideOnly?: boolean;
  /** What stands beside something else where there is room for both. */
  readonly isPhoneOnly?: boolean;
}

export const rows = (page: Page) => page.getByRole('region', { name: 'Conversations' }).getByRole('link');
export const heading = (name: RegExp | string) => (page: Page) => page.getByRole('heading', { name }).first();

/** Opens the first conversation of the list that has these words in its row. */
export const openRow = (text: RegExp) => async (page: Page) => {
  await rows(page).filter({ hasText: text }).first().click();
  await page.locator('article[data-direction]').first().waitFor();
};

/** Presses what is named so, and waits for what comes of it. */
export async function press(page: Page, name: RegExp | string, comes: Locator): Promise<void> {
  await page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
  await comes.first().waitFor();
}

/** The desk, with something done on it. */
export const onDesk = (name: string, prepare: (page: Page) => Promise<void>, more: Partial<Screen> = {}): Screen => ({
  name,
  path: '/desk',
  ready: (page) => rows(page).first(),
  prepare,
  ...more,
});

export async function openScreen(page: Page, url: string, screen: Screen): Promise<void> {
  await page.goto(url + screen.path);
  await screen.ready(page).waitFor();
  await screen.prepare?.(page);
  // What is pointed at looks different; nobody points here.
  await page.mouse.move(0, 0);
  await until(`${screen.name} is read`, async () => !(await page.evaluate<boolean>(IS_WAITING)));
  await page.evaluate('document.fonts.ready');
}
