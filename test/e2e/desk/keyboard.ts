import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { GUIDE_IS_SHUT } from '../screens/guide-is-shut.ts';
import type { Colleague } from './office.ts';
import { Office } from './office.ts';
import type { Theatre } from './setup.ts';

type Look = BrowserContextOptions & { readonly path?: string };

/** A window of somebody of the team, mostly used by keyboard, and what they may ask of the server. */
export class Desk {
  readonly page: Page;
  readonly office: Office;
  readonly me: Colleague;
  readonly context: BrowserContext;
  /** What the page asked to be done, what it was refused, and what it said about that: for whoever reads a failure. */
  readonly story: string[] = [];
  readonly #browser: Browser;
  #session: CDPSession | null = null;

  private constructor(page: Page, office: Office, me: Colleague, context: BrowserContext, browser: Browser) {
    this.page = page;
    page.on('response', (response) => {
      const request = response.request();
      const path = new URL(request.url()).pathname;
      if (request.method() === 'GET' ? response.status() < 400 : path.endsWith('/presence')) return;
      this.story.push(`${response.status()} ${request.method()} ${path} ${request.postData() ?? ''}`);
    });
    page.on('requestfailed', (request) => this.story.push(`failed ${request.method()} ${request.url()}`));
    page.on('pageerror', (error) => this.story.push(String(error)));
    page.on('framenavigated', (frame) => this.story.push(`at ${new URL(frame.url()).pathname}`));
    this.office = office;
    this.me = me;
    this.context = context;
    this.#browser = browser;
  }

  static async open(me: Colleague, { path = '/desk?view=all', ...look }: Look = {}): Promise<Desk> {
    const theatre = inject('theatre') as Extract<Theatre, { url: string }>;
    const browser = await chromium.connect(theatre.browser);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...look });
    await context.addCookies([...me.cookies]);
    await context.addInitScript(GUIDE_IS_SHUT);
    context.setDefaultTimeout(30_000);
    const desk = new Desk(await context.newPage(), Office.of(me.cookies), me, context, browser);
    await desk.goTo(path);
    return desk;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.#browser.close();
  }

  get rows(): Locator {
    return this.page.getByRole('region', { name: 'Conversations' }).getByRole('link');
  }
  get composer(): Locator {
    return this.page.getByRole('region', { name: 'Write' });
  }
  /** What was said, in the conversation that is open. */
  messages(text: string): Locator {
    return this.page.locator('article[data-direction]').filter({ hasText: text });
  }
  row(id: string): Locator {
    return this.page.locator(`[data-row="${id}"]`);
  }

  /** As if the machine were so many times slower. */
  async slow(rate: number): Promise<void> {
    // It lasts as long as its session.
    this.#session ??= await this.context.newCDPSession(this.page);
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  /** Any room; those with a list are there with its first row. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.office.url + path);
    if (path.startsWith('/desk')) await this.rows.first().waitFor();
  }
  /** Straight into a conversation, with everything of it on the page. */
  async openOn(id: string): Promise<void> {
    await this.page.goto(`${this.office.url}/desk/${id}?view=all`);
    await this.page.locator('article[data-direction]').first().waitFor();
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }
  /** As fast as nobody types, so that nothing may depend on somebody being slow. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Up or down the list, by key alone, until the conversation with these words is open. @returns its id */
  async walkTo(text: string): Promise<string> {
    const { id } = await this.office.rowOf(text);
    await this.row(id).waitFor();
    // Out of the text, then out of the conversation.
    await this.press('Escape', 'Escape');
    await this.page.waitForURL((url) => idIn(url.href) === undefined);
    for (let steps = 0; steps < 40; steps += 1) {
      const at = idIn(this.page.url());
      if (at === id) return id;
      const isAbove = at !== undefined && (await this.#heightOf(id)) < (await this.#heightOf(at));
      await this.press(isAbove ? 'k' : 'j');
      // A key more than what was seen to happen would be one step too far.
      await this.page.waitForURL((url) => idIn(url.href) !== at);
    }
    throw new Error(`Forty steps through the list did not lead to “${text}”.`);
  }
  async #heightOf(id: string): Promise<number> {
    return (await this.row(id).boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  }
}

const idIn = (url: string): string | undefined => /[0-9a-f-]{36}/.exec(url)?.[0];
