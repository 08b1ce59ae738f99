import { type Browser, type BrowserContext, type CDPSession, chromium, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { ConversationDetail, ConversationList, type ConversationRow } from '../../../src/wire/conversations.ts';
import { until } from '../../product/until.ts';
import { GUIDE_IS_SHUT } from '../screens/guide-is-shut.ts';
import type { Theatre } from './setup.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' } as const;
const STEPS = 8;
const MIDDLE = { x: 195, y: 330 };

/** One thumb on a phone with the desk. */
export class Hand {
  readonly page: Page;
  readonly #url: string;
  readonly #context: BrowserContext;
  readonly #browser: Browser;
  readonly #glass: CDPSession;

  private constructor(page: Page, url: string, context: BrowserContext, browser: Browser, glass: CDPSession) {
    this.page = page;
    this.#url = url;
    this.#context = context;
    this.#browser = browser;
    this.#glass = glass;
  }

  static async open(): Promise<Hand> {
    const theatre = inject('theatre') as Extract<Theatre, { url: string }>;
    const browser = await chromium.connect(theatre.browser);
    const context = await browser.newContext(PHONE);
    await context.addCookies([...theatre.cookies]);
    await context.addInitScript(GUIDE_IS_SHUT);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    return new Hand(page, theatre.url, context, browser, await context.newCDPSession(page));
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#browser.close();
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
    await this.page.locator('[data-row]').first().waitFor();
  }

  /** A room that is in sight, whole and at rest. */
  room(name: 'list' | 'conversation' | 'person'): Locator {
    return this.page.locator(`[data-rooms]:not([data-swiping]) [data-room="${name}"]`);
  }

  /** Whatever stands first and has something in it. */
  async openFirst(): Promise<void> {
    await this.page.locator('[data-row]').first().tap();
    await this.page.locator('article[data-direction]').first().waitFor();
    await this.page.locator('[data-room="person"] h1').first().waitFor({ state: 'attached' });
  }

  async swipe(by: number): Promise<void> {
    await this.#move({ x: MIDDLE.x - by / 2, y: MIDDLE.y }, { x: MIDDLE.x + by / 2, y: MIDDLE.y + 4 });
  }

  /** One that waits, is in sight, and can be acted on. */
  async waitingRow(): Promise<ConversationRow> {
    const list = ConversationList.parse(await this.#ask('/api/conversations?view=all&limit=40'));
    const isWaiting = (row: ConversationRow) => row.attention === 'needs_answer' && row.snoozedUntil === null;
    for (const row of list.items.filter(isWaiting)) {
      const link = this.page.locator(`[data-row="${row.id}"]`);
      if ((await link.count()) === 0) continue;
      await link.scrollIntoViewIfNeeded();
      return row;
    }
    throw new Error('No row in sight waits for an answer.');
  }

  /** @param down where the thumb ends, lower than it began */
  async swipeRow(row: ConversationRow, by: number, atTheEnd?: () => Promise<void>, down = 3): Promise<void> {
    const { x, y } = await this.#centre(row);
    await this.#move({ x: x - by / 2, y }, { x: x + by / 2, y: y + down }, atTheEnd);
  }

  async hold(row: ConversationRow): Promise<void> {
    await this.#touch('touchStart', await this.#centre(row));
    await this.page.getByRole('toolbar').waitFor();
    await this.#touch('touchEnd');
  }

  /** Until the API has it so. */
  async until({ id }: ConversationRow, isSo: (row: ConversationRow) => boolean): Promise<void> {
    await until('the conversation is as wanted', async () =>
      isSo(ConversationDetail.parse(await this.#ask(`/api/conversations/${id}`)).conversation),
    );
  }

  async #centre({ id }: ConversationRow): Promise<{ x: number; y: number }> {
    const box = await this.page.locator(`[data-row="${id}"]`).boundingBox();
    if (!box) throw new Error('The row is not in sight.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async #move(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
    atTheEnd?: () => Promise<void>,
  ): Promise<void> {
    const along = (step: number) => ({
      x: from.x + ((to.x - from.x) * step) / STEPS,
      y: from.y + ((to.y - from.y) * step) / STEPS,
    });
    // Sent together: a thumb that rested between them would mean something else.
    await Promise.all([this.#touch('touchStart', from), this.#touch('touchMove', along(1))]);
    for (let step = 2; step <= STEPS; step += 1) await this.#touch('touchMove', along(step));
    await atTheEnd?.();
    await this.#touch('touchEnd');
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { readonly x: number; readonly y: number }) {
    await this.#glass.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  }

  async #ask(path: string): Promise<unknown> {
    return (await this.#context.request.get(this.#url + path)).json();
  }
}
