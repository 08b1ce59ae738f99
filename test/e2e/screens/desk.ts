import type { Page } from 'playwright-core';
import { heading, onDesk, openRow, press, rows, type Screen } from './screen.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const anyRow = openRow(/./);
/** What has waited long on Facebook: a filter as it stands in an address. */
const FILTERED = '/desk?view=all&f=channel.one_of.facebook+waiting_minutes.at_least.60';
const writeSomething = async (page: Page) => {
  await anyRow(page);
  await page.getByRole('region', { name: 'Write' }).getByRole('textbox').fill('Thank you, we look into it today.');
};

/** The list, the conversation, the person, and what opens over them. */
export const DESK: readonly Screen[] = [
  onDesk('desk', openRow(/Public/)),
  onDesk('conversation-private', openRow(/Size & exchange|Delivery|Repair/)),
  { name: 'mail', path: '/desk?view=all&f=channel.one_of.email', ready: (page) => rows(page).first(), prepare: anyRow },
  onDesk(
    'person',
    async (page) => {
      await anyRow(page);
      await press(page, 'The person', page.getByRole('button', { name: 'Back to the conversation' }));
    },
    { isPhoneOnly: true },
  ),
  { name: 'list', path: '/desk?view=all', ready: (page) => rows(page).first() },
  onDesk(
    'views',
    async (page) => {
      await press(page, /^Needs answer/, dialog(page));
    },
    { isPhoneOnly: true },
  ),
  {
    name: 'search',
    path: '/desk?q=Lindqvist',
    ready: (page) => page.getByRole('link').filter({ hasText: 'Lindqvist' }).first(),
  },
  { name: 'search-start', path: '/desk?q=', ready: (page) => page.getByText('What are you looking for?') },
  { name: 'search-nothing', path: '/desk?q=zzzzqqqq', ready: (page) => page.getByText(/^Nothing with/) },
  { name: 'empty', path: '/desk?f=text.contains.zzzzqqqq', ready: (page) => page.getByText('Nothing fits').first() },
  { name: 'filtered', path: FILTERED, ready: (page) => page.getByRole('button', { name: 'Show all' }).first() },
  {
    name: 'filter',
    path: FILTERED,
    ready: (page) => rows(page).first(),
    prepare: async (page) => {
      await page.getByRole('list', { name: 'The list is narrowed to' }).getByRole('button').first().click();
      await dialog(page).waitFor();
    },
  },
  {
    name: 'save-view',
    path: FILTERED,
    ready: (page) => rows(page).first(),
    prepare: (page) => press(page, 'Save as view', dialog(page)),
  },
  onDesk('selection', async (page) => {
    const pictures = page.getByRole('region', { name: 'Conversations' }).locator('button[aria-pressed]');
    for (const at of [0, 1, 2]) await pictures.nth(at).click();
    await page.getByRole('toolbar', { name: 'What is chosen' }).waitFor();
  }),
  onDesk('acts', async (page) => {
    await anyRow(page);
    await press(page, 'More', page.getByRole('menu'));
  }),
  onDesk(
    'no-reply',
    async (page) => {
      await anyRow(page);
      await page.keyboard.press('n');
      await dialog(page).waitFor();
    },
    { isWideOnly: true },
  ),
  onDesk('merge', async (page) => {
    await anyRow(page);
    await press(page, 'More', page.getByRole('menu'));
    await page.getByRole('menuitem', { name: 'Merge into…' }).click();
    await dialog(page).waitFor();
  }),
  onDesk('saved-replies', async (page) => {
    await anyRow(page);
    await press(page, 'Saved replies and macros', page.getByRole('option'));
  }),
  onDesk('emoji', async (page) => {
    await writeSomething(page);
    await press(page, 'Emoji', page.getByRole('gridcell'));
  }),
  onDesk('send-options', async (page) => {
    await writeSomething(page);
    await press(page, 'More ways to send', page.getByRole('menu'));
  }),
  onDesk('send-later', async (page) => {
    await writeSomething(page);
    await press(page, 'More ways to send', page.getByRole('menu'));
    await page.getByRole('menuitem', { name: 'Choose a time…' }).click();
    await dialog(page).waitFor();
  }),
  onDesk('note', async (page) => {
    await anyRow(page);
    await page.getByRole('tab', { name: /^Note/ }).click();
  }),
  onDesk(
    'palette',
    async (page) => {
      await page.keyboard.press('Control+k');
      await dialog(page).waitFor();
    },
    { isWideOnly: true },
  ),
  onDesk(
    'keys',
    async (page) => {
      await page.keyboard.press('?');
      await dialog(page).waitFor();
    },
    { isWideOnly: true },
  ),
  onDesk('notifications', (page) => press(page, /^Notices/, dialog(page))),
  onDesk('guide', (page) => press(page, /^Guide/, heading('Ten minutes at the desk')(page)), { isWideOnly: true }),
  {
    name: 'conversation-gone',
    path: '/desk/00000000-0000-7000-8000-000000000000',
    ready: (page) => page.getByText('This conversation is not here'),
  },
];
