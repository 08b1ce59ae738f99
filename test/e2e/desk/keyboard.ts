import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { ConversationDetail, ConversationList, type ConversationRow } from '../../../src/wire/conversations.ts';
import { until } from '../../product/until.ts';
import type { Theatre } from './setup.ts';

/** An agent at a desk who uses the keyboard, and what the API says became of it. */
export class Desk {
  readonly page: Page;
  readonly url: string;
  readonly me: string;
  readonly #context: BrowserContext;
  readonly #browser: Browser;
  #spoken = 0;

  private constructor(page: Page, url: string, me: string, context: BrowserContext, browser: Browser) {
    this.page = page;
    this.url = url;
    this.me = me;
    this.#context = context;
    this.#browser = browser;
  }

  static async open(path: string, viewport = { width: 1440, height: 900 }): Promise<Desk> {
    const theatre = inject('theatre') as Extract<Theatre, { url: string }>;
    const browser = await chromium.connect(theatre.browser);
    const context = await browser.newContext({ viewport, locale: 'en-GB' });
    await context.addCookies([...theatre.cookies]);
    await context.addInitScript(`localStorage.setItem('earshot.guide', '{"isOpen":false}')`);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(theatre.url + path);
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
    const { agent } = (await (await context.request.get(`${theatre.url}/api/me`)).json()) as { agent: { id: string } };
    return new Desk(page, theatre.url, agent.id, context, browser);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#browser.close();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
  /** As fast as a good typist's hand, so that what listens to keys hears each. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 8 });
  }

  async prefer(preferences: object): Promise<void> {
    await this.#send('PATCH', '/api/me/preferences', preferences);
    await this.page.reload();
    await this.page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
  }

  /** Each time somebody else, so that each time it is a matter of its own. */
  async customerSays(channel: string, text: string): Promise<void> {
    const { personas } = (await this.#ask('/api/practice')) as {
      personas: readonly { id: string; channels: string[] }[];
    };
    const there = personas.filter(({ channels }) => channels.includes(channel));
    const person = there[this.#spoken++ % there.length]?.id ?? '';
    const personal = `/api/practice/personas/${person}`;
    const places = (await this.#ask(`${personal}/places?channel=${channel}`)) as readonly {
      id: string;
      kind: string;
    }[];
    const place = places[0]?.id ?? '';
    await this.#send('POST', `${personal}/messages`, { channel, place, text });
  }

  /** Down the list until the conversation with these words is open. @returns its id */
  async walkTo(text: string): Promise<string> {
    const row = await this.rowOf(text);
    await this.page.locator(`[data-row="${row.id}"]`).first().waitFor();
    for (let steps = 0; steps < 12; steps += 1) {
      if (this.page.url().includes(row.id)) return row.id;
      await this.press(steps === 0 ? 'Escape' : 'j');
      if (steps > 0) await this.page.waitForURL(/\/desk\/[0-9a-f-]{36}/);
    }
    throw new Error(`Twelve steps down the list did not lead to “${text}”.`);
  }
  async goTo(id: string): Promise<void> {
    await this.page.goto(`${this.url}/desk/${id}?view=all`);
    await this.page.locator('article[data-direction]').first().waitFor();
  }

  async rowOf(text: string): Promise<ConversationRow> {
    return until(`“${text}” on the desk`, async () => {
      const { items } = ConversationList.parse(await this.#ask('/api/conversations?view=all&limit=20'));
      return items.find(({ preview }) => preview.includes(text));
    });
  }
  /** Until the conversation is as wanted. */
  async until(id: string, isSo: (detail: ConversationDetail) => boolean): Promise<void> {
    let last: ConversationDetail | undefined;
    await until(
      'the conversation is as wanted',
      async () => {
        last = ConversationDetail.parse(await this.#ask(`/api/conversations/${id}`));
        return isSo(last);
      },
      { say: () => JSON.stringify({ url: this.page.url(), conversation: last?.conversation }) },
    );
  }

  async #ask(path: string): Promise<unknown> {
    return (await this.#context.request.get(this.url + path)).json();
  }
  async #send(method: string, path: string, data: object): Promise<void> {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await this.#context.request.fetch(this.url + path, { method, data, headers });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  }
}
