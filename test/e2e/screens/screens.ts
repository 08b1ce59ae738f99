import { DESK } from './desk.ts';
import { LISTEN } from './listen.ts';
import { PEOPLE } from './people.ts';
import { heading, press, type Screen } from './screen.ts';
import { SETTINGS } from './settings.ts';

export { openScreen, type Screen } from './screen.ts';

const LOOKALIKE = 'https://xn--pple-43d.example/login';

/** Every screen there is, on a practice workspace with its history. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', ready: (page) => page.getByLabel(/E-?mail/i), isOutside: true },
  ...DESK,
  ...LISTEN,
  ...PEOPLE,
  { name: 'inboxes', path: '/inboxes', ready: heading('Inboxes') },
  {
    name: 'inbox',
    path: '/inboxes',
    ready: heading('Inboxes'),
    prepare: async (page) => {
      await page.getByRole('main').getByRole('link', { name: 'Lindqvist Outdoor', exact: true }).click();
      await heading('Lindqvist Outdoor')(page).waitFor();
    },
  },
  {
    name: 'publish',
    path: '/inboxes',
    ready: heading('Inboxes'),
    prepare: (page) => press(page, 'Publish a post', page.getByRole('dialog')),
  },
  { name: 'connect', path: '/inboxes/connect', ready: heading(/Connect/) },
  { name: 'networks', path: '/inboxes/networks', ready: heading('What each network can do') },
  { name: 'connect-mailbox', path: '/inboxes/connect?channel=email', ready: heading('Connect E-mail') },
  { name: 'ledger', path: '/ledger', ready: heading(/Ledger|arrived/) },
  {
    name: 'ledger-entry',
    path: '/ledger',
    ready: heading('Ledger'),
    prepare: async (page) => {
      await page.getByRole('link', { name: /^#\d/ }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'practice', path: '/practice', ready: (page) => page.getByRole('button', { name: 'Write', exact: true }) },
  {
    name: 'practice-dials',
    path: '/practice',
    ready: (page) => page.getByRole('button', { name: 'Write', exact: true }),
    prepare: (page) => press(page, 'Dials', page.getByRole('dialog')),
  },
  { name: 'leave', path: `/leave?to=${encodeURIComponent(LOOKALIKE)}`, ready: (page) => page.getByRole('main') },
  { name: 'not-found', path: '/nowhere', ready: heading('There is nothing here') },
  ...SETTINGS,
];
