import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ConversationList } from '../../../src/wire/conversations.ts';
import { InboxList } from '../../../src/wire/inboxes.ts';
import { makeHouse } from '../../product/process.ts';
import { until } from '../../product/until.ts';

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
/** The practice workspace begins with some weeks of history; so many are enough of it to look real. */
const FURNISHED = { conversations: 100, inboxes: 4 };

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
    const cookies = await signIn(browser.wsEndpoint(), await product.signInLink());
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    await prepare(product.url, { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' });
    project.provide('theatre', { url: product.url, browser: browser.wsEndpoint(), cookies });
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** As a person does it: opens the link, and is on the desk. */
async function signIn(endpoint: string, link: string) {
  const browser = await chromium.connect(endpoint);
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(link);
    await page.waitForURL('**/desk');
    return (await context.cookies()).map(({ name, value, domain, path }) => ({ name, value, domain, path }));
  } finally {
    await browser.close();
  }
}

/** Nobody writes but the tests, on a desk that has a past. */
async function prepare(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const ask = async (path: string, body?: unknown, method = body ? 'PUT' : 'GET'): Promise<unknown> => {
    const answer = await fetch(url + path, { method, headers, body: body ? JSON.stringify(body) : null });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  await ask('/api/practice/live', { isLive: false });
  // Answers leave at once, and the conversation stays where it can be looked at.
  await ask('/api/me/preferences', { undoSeconds: 0, afterSending: 'stay' }, 'PATCH');
  const isFurnished = async () => {
    const { items } = ConversationList.parse(await ask('/api/conversations?view=all&limit=100'));
    const { items: inboxes } = InboxList.parse(await ask('/api/inboxes'));
    return items.length >= FURNISHED.conversations && inboxes.length >= FURNISHED.inboxes;
  };
  await until('the practice workspace is furnished', isFurnished, { withinMs: 120_000 });
}
