import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { call, fromOurPage } from '../../product/call.ts';
import { furnished } from '../../product/furnished.ts';
import { makeHouse } from '../../product/process.ts';

export type Theatre =
  | { readonly reason: string }
  | {
      readonly url: string;
      /** Where the one browser can be reached; each test opens a window of its own in it. */
      readonly browser: string;
      /** Somebody who signed in with the printed link. */
      readonly cookies: readonly { name: string; value: string; domain: string; path: string }[];
    };
declare module 'vitest' {
  interface ProvidedContext {
    theatre: Theatre;
  }
}

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-crash-reporter'],
];

/** One practice workspace and one browser for all tests of the desk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const reason = !existsSync(CHROMIUM)
    ? `There is no ${CHROMIUM}.`
    : !existsSync(join(import.meta.dirname, '../../../dist/web/index.html'))
      ? 'The web app is not built: `npm run build`.'
      : null;
  if (reason) {
    project.provide('theatre', { reason });
    return async () => {};
  }
  const house = await makeHouse();
  // What a browser leaves in its temporary folder goes with the house.
  const TMPDIR = join(house.folder, 'tmp');
  mkdirSync(TMPDIR);
  const env = { ...process.env, TMPDIR };
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS, env });
  const close = async () => {
    await browser.close();
    await house.leave();
  };
  try {
    const product = await house.start({ EARSHOT_PRACTICE: '1' });
    const cookies = await prepare(browser.wsEndpoint(), product.url, await product.signInLink());
    project.provide('theatre', { url: product.url, browser: browser.wsEndpoint(), cookies });
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nobody writes but the tests, on a desk that has a past. */
async function prepare(endpoint: string, url: string, link: string) {
  const browser = await chromium.connect(endpoint);
  try {
    const cookies = await furnished(browser, url, link);
    // Answers leave at once, and the conversation stays where it can be looked at.
    await call(url, fromOurPage(cookies), 'PATCH', '/api/me/preferences', { undoSeconds: 0, afterSending: 'stay' });
    return cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path }));
  } finally {
    await browser.close();
  }
}
