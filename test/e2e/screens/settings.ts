import type { Page } from 'playwright-core';
import { press, type Screen } from './screen.ts';

const main = (page: Page) => page.getByRole('main');
const setting = (page: string): Screen => ({
  name: `settings-${page}`,
  path: `/settings/${page}`,
  ready: (on) => main(on).getByRole('heading').first(),
});
const after = (name: string, page: string, prepare: (page: Page) => Promise<void>): Screen => ({
  ...setting(page),
  name: `settings-${name}`,
  prepare,
});
/** A page behind a line of a list. */
const behind = (name: string, page: string, line: RegExp | string): Screen =>
  after(name, page, async (on) => {
    await main(on).getByRole('link').filter({ hasText: line }).first().click();
    await main(on).getByRole('link', { name: /^Back/ }).first().waitFor();
  });
/** Something new, on a page of its own. */
const fresh = (name: string, page: string, title: string): Screen => ({
  name: `settings-new-${name}`,
  path: `/settings/${page}/new`,
  ready: (on) => main(on).getByRole('heading', { name: title }),
});
/** What a button opens over the page. */
const over = (name: string, page: string, button: RegExp | string): Screen =>
  after(name, page, (on) => press(on, button, on.getByRole('dialog')));

/** The pages, as their navigation names them. */
const PAGES = [
  ...['profile', 'sign-in', 'notifications', 'appearance', 'people', 'teams', 'roles', 'access'],
  ...[
    'labels',
    'fields',
    'replies',
    'macros',
    'priority',
    'routing',
    'rules',
    'hours',
    'answer-times',
    'listening',
    'understanding',
    'shops',
    'security',
    'webhooks',
    'mail',
    'tokens',
    'audit',
  ],
];

/** Every page of the settings, and what opens from it. */
export const SETTINGS: readonly Screen[] = [
  {
    name: 'settings',
    path: '/settings',
    ready: (page) => page.getByRole('link', { name: 'My profile' }),
    isPhoneOnly: true,
  },
  ...PAGES.map(setting),
  over('second-factor', 'sign-in', 'Set up'),
  behind('person', 'people', 'Aoife Brennan'),
  over('invite', 'people', 'Invite'),
  over('team', 'teams', /^Change/),
  over('label', 'labels', /^Change/),
  over('field', 'fields', /^Change/),
  behind('reply', 'replies', 'Where is my parcel'),
  behind('macro', 'macros', 'Broken'),
  behind('inbox-access', 'access', 'Lindqvist Outdoor'),
  after('access-table', 'access', async (on) => {
    await main(on).getByText('As a table').click();
    await main(on).getByRole('table').waitFor();
  }),
  fresh('sla-policy', 'answer-times', 'New SLA policy'),
  fresh('rule', 'rules', 'New rule'),
  fresh('business-hours', 'hours', 'New business hours'),
  over('desk-of', 'routing', /^Change the skills/),
  over('shop', 'shops', 'Connect a shop'),
  after('language-model', 'understanding', (on) =>
    press(on, 'Connect a language model', main(on).getByRole('textbox', { name: 'Address' })),
  ),
  {
    name: 'settings-listening-rule',
    path: '/settings/listening/new-care',
    ready: (page) => page.getByRole('radiogroup', { name: 'Heard or nearly heard' }),
  },
  over('provider', 'security', 'Add a provider'),
  over('token', 'tokens', 'New token'),
  after('audit-line', 'audit', async (on) => {
    await main(on).locator('li button').first().click();
    await main(on).locator('dl').first().waitFor();
  }),
];
