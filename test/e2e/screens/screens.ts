import type { Locator, Page } from 'playwright-core';

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
}

const rows = (page: Page) => page.getByRole('region', { name: 'Conversations' }).getByRole('link');
const heading = (name: RegExp | string) => (page: Page) => page.getByRole('heading', { name }).first();
const openRow = (text: RegExp) => async (page: Page) => {
  await rows(page).filter({ hasText: text }).first().click();
  await page.locator('article[data-direction]').first().waitFor();
};
const setting = (page: string): Screen => ({
  name: `settings-${page}`,
  path: `/settings/${page}`,
  ready: (on) => on.getByRole('main').getByRole('heading').first(),
});

/** The pages of the settings, as their navigation names them. */
export const SETTINGS: readonly string[] = [
  'profile',
  'sign-in',
  'notifications',
  'appearance',
  'people',
  'teams',
  'roles',
  'access',
  'labels',
  'fields',
  'replies',
  'macros',
  'security',
  'tokens',
  'audit',
];

/** Every screen there is, on a practice workspace with its history. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', ready: (page) => page.getByLabel(/E-?mail/i), isOutside: true },
  { name: 'desk', path: '/desk', ready: (page) => rows(page).first(), prepare: openRow(/./) },
  { name: 'list', path: '/desk?view=all', ready: (page) => rows(page).first() },
  {
    name: 'search',
    path: '/desk?q=Lindqvist',
    ready: (page) => page.getByRole('link').filter({ hasText: 'Lindqvist' }).first(),
  },
  { name: 'empty', path: '/desk?view=promised', ready: (page) => page.getByRole('region', { name: 'Conversations' }) },
  {
    name: 'palette',
    path: '/desk',
    ready: (page) => rows(page).first(),
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
    isWideOnly: true,
  },
  {
    name: 'keys',
    path: '/desk',
    ready: (page) => rows(page).first(),
    prepare: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    isWideOnly: true,
  },
  { name: 'inboxes', path: '/inboxes', ready: heading('Inboxes') },
  { name: 'connect', path: '/inboxes/connect', ready: heading(/Connect/) },
  { name: 'ledger', path: '/ledger', ready: heading(/Ledger|arrived/) },
  { name: 'practice', path: '/practice', ready: (page) => page.getByRole('button', { name: 'Write', exact: true }) },
  {
    name: 'leave',
    path: `/leave?to=${encodeURIComponent('https://xn--pple-43d.example/login')}`,
    ready: (page) => page.getByRole('main'),
  },
  ...SETTINGS.map(setting),
];

export async function openScreen(page: Page, url: string, screen: Screen): Promise<void> {
  await page.goto(url + screen.path);
  await screen.ready(page).waitFor();
  await screen.prepare?.(page);
  // Fonts and pictures; what is live never ends, so only what the page itself asked for is waited for.
  await page.evaluate('document.fonts.ready');
}
