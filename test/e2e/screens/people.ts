import type { Page } from 'playwright-core';
import { heading, press, type Screen } from './screen.ts';

const aPerson = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link').first();

/** Everybody who is known, the lists of them, and one of them. */
export const PEOPLE: readonly Screen[] = [
  { name: 'people', path: '/people', ready: aPerson },
  { name: 'people-vips', path: '/people?list=vips', ready: heading('People') },
  {
    name: 'person-page',
    path: '/people',
    ready: aPerson,
    prepare: async (page) => {
      await aPerson(page).click();
      await page.getByRole('link', { name: 'All people' }).first().waitFor();
      await page.getByRole('region', { name: 'Who they are' }).waitFor();
    },
  },
  {
    name: 'new-segment',
    path: '/people?list=segments',
    ready: heading('People'),
    prepare: (page) => press(page, 'New segment', page.getByRole('dialog')),
  },
  {
    name: 'new-company',
    path: '/people?list=companies',
    ready: heading('People'),
    prepare: (page) => press(page, 'New company', page.getByRole('dialog')),
  },
];
