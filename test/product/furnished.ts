import type { Browser, Cookie } from 'playwright-core';
import { ConversationList } from '../../src/wire/conversations.ts';
import { call, fromOurPage } from './call.ts';
import { until } from './until.ts';

/** The practice workspace begins with some weeks of history; so many conversations are enough of it to look real. */
const ENOUGH = 100;

/** Signs in by the printed link as a person does, stills the customers, and waits for the history. @returns the session */
export async function furnished(browser: Browser, url: string, link: string): Promise<Cookie[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL('**/desk');
  const cookies = await context.cookies();
  await context.close();
  const person = fromOurPage(cookies);
  await call(url, person, 'PUT', '/api/practice/live', { isLive: false });
  const isFurnished = async () => {
    const answer = await call(url, person, 'GET', '/api/conversations?view=all&limit=100');
    const { items } = ConversationList.parse(await answer.json());
    // Labels are written last, when every inbox is connected and all that was said is filed.
    return items.length >= ENOUGH && items.some(({ labelIds }) => labelIds.length > 0);
  };
  await until('the practice workspace is furnished', isFurnished, { withinMs: 120_000 });
  return cookies;
}
