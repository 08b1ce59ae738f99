import type { Browser, Cookie } from 'playwright-core';
import { ConversationList } from '../../src/wire/conversations.ts';
import { until } from '../../test/product/until.ts';

/** So many conversations and the practice workspace looks lived in. */
const ENOUGH = 100;

/** Signs in by the printed link, stills the customers, and waits for the history. @returns the session */
export async function furnished(browser: Browser, url: string, link: string): Promise<Cookie[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL('**/desk');
  const cookies = await context.cookies();
  const headers = {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  await fetch(`${url}/api/practice/live`, { method: 'PUT', headers, body: '{"isLive":false}' });
  await until(
    'the practice workspace is furnished',
    async () => {
      const answer = await fetch(`${url}/api/conversations?view=all&limit=100`, { headers });
      const { items } = ConversationList.parse(await answer.json());
      // Labels are written last.
      return items.length >= ENOUGH && items.some(({ labelIds }) => labelIds.length > 0);
    },
    { withinMs: 120_000 },
  );
  await context.close();
  return cookies;
}
