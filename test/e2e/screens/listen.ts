import type { Page } from 'playwright-core';
import { press, type Screen } from './screen.ts';

const posts = (page: Page) => page.getByRole('region', { name: 'Posts' }).getByRole('article');
const board = (name: string, prepare: (page: Page) => Promise<void>, more: Partial<Screen> = {}): Screen => ({
  name: `listen-${name}`,
  path: '/listen?state=all',
  ready: (page) => posts(page).first(),
  prepare,
  ...more,
});
const dialog = (page: Page) => page.getByRole('dialog');

/** The boards of listening, and what opens from them. */
export const LISTEN: readonly Screen[] = [
  { name: 'listen', path: '/listen', ready: (page) => page.getByRole('region', { name: 'Posts' }) },
  board('all', async () => {}),
  board('nothing', async () => {}, {
    path: '/listen?state=all&term=zzzzqqqq',
    ready: (page) => page.getByText('No post with'),
  }),
  board(
    'chosen',
    async (page) => {
      await posts(page)
        .first()
        .getByRole('button', { name: /^Choose the post/ })
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('toolbar', { name: 'What is chosen' }).waitFor();
    },
    { path: '/listen' },
  ),
  board('thank', (page) => press(page, 'Thank', page.getByRole('textbox', { name: 'Your words' })), {
    path: '/listen',
  }),
  board('filter', (page) => press(page, 'Mood', page.getByRole('menuitem'))),
  board('new-board', (page) => press(page, 'New board', dialog(page))),
  {
    name: 'listen-picture',
    path: '/listen?show=picture&days=30',
    ready: (page) => page.getByRole('slider'),
    prepare: async (page) => {
      await page.getByRole('heading', { name: 'Share of voice' }).waitFor();
    },
  },
  {
    name: 'listen-table',
    path: '/listen?show=picture&days=30',
    ready: (page) => page.getByRole('slider'),
    prepare: async (page) => {
      await page.getByText('As a table').click();
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'listen-said-to-us',
    path: '/listen?board=00000000-0000-0000-0000-000000000000',
    ready: (page) => page.getByRole('heading', { name: 'Said to you', exact: true }),
  },
];
