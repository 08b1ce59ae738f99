import { randomInt } from 'node:crypto';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { ConversationDetail, ConversationList } from '../../../src/wire/conversations.ts';
import { GUIDE_IS_SHUT } from '../screens/guide-is-shut.ts';
import type { Theatre } from './setup.ts';

type Playing = Extract<Theatre, { url: string }>;

/** Why the desk cannot be tried on this machine, or null. */
export function whyNot(): string | null {
  const theatre = inject('theatre');
  if (!('reason' in theatre)) return null;
  console.warn(`The desk in a browser is left out: ${theatre.reason}`);
  return theatre.reason;
}

/**
 * Words that stand nowhere else, so that what is looked for is found only where it was written. A number alone is read
 * as a number: letters would be read as words, and once in ten times make a complaint of it.
 */
export const unheardOf = (words: string): string => `${words} ${randomInt(100_000, 1_000_000)}`;

/** A window with the desk and one with a customer's phone, side by side, and everything that either complained of. */
export class Stage {
  readonly desk: Page;
  readonly phone: Page;
  readonly #theatre: Playing;
  readonly #browser: Browser;
  readonly #complaints: string[];

  private constructor(theatre: Playing, browser: Browser, [desk, phone]: readonly [Page, Page], complaints: string[]) {
    this.#theatre = theatre;
    this.#browser = browser;
    this.#complaints = complaints;
    this.desk = desk;
    this.phone = phone;
  }

  static async open(): Promise<Stage> {
    const theatre = inject('theatre') as Playing;
    const browser = await chromium.connect(theatre.browser);
    const complaints: string[] = [];
    // A window each: a browser draws a tab that nobody looks at once a second.
    const window = async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await context.addCookies([...theatre.cookies]);
      await context.addInitScript(GUIDE_IS_SHUT);
      context.setDefaultTimeout(30_000);
      context.on('weberror', (error) => complaints.push(String(error.error().stack ?? error.error())));
      // What the content security policy refuses is an error of the console too.
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
      });
      return context.newPage();
    };
    const stage = new Stage(theatre, browser, [await window(), await window()], complaints);
    await stage.desk.goto(`${theatre.url}/desk?view=all`);
    await stage.rows.first().waitFor();
    // Gone after a reload: what comes from here on came by itself.
    await stage.desk.evaluate(`document.documentElement.setAttribute('data-never-reloaded', '')`);
    return stage;
  }

  async close(): Promise<void> {
    for (const page of [this.desk, this.phone]) await page.context().close();
    await this.#browser.close();
  }

  get rows(): Locator {
    return this.desk.getByRole('region', { name: 'Conversations' }).getByRole('link');
  }
  get composer(): Locator {
    return this.desk.getByRole('region', { name: 'Write' });
  }
  /** What was said, in the conversation that is open. */
  messages(text: string): Locator {
    return this.desk.locator('article[data-direction]').filter({ hasText: text });
  }

  /** The customer takes the phone and begins somewhere. */
  async write(
    person: string,
    channel: string,
    said: { readonly place?: RegExp; readonly subject?: string; readonly text: string },
  ): Promise<void> {
    await this.phone.goto(`${this.#theatre.url}/practice?person=${person}&channel=${channel}`);
    await this.phone.getByRole('button', { name: 'Write', exact: true }).click();
    if (said.place) {
      await this.phone.getByRole('combobox', { name: 'Where' }).click();
      await this.phone.getByRole('option', { name: said.place }).first().click();
    }
    if (said.subject) await this.phone.getByLabel('Subject').fill(said.subject);
    await this.phone.getByLabel('Text').fill(said.text);
    await this.phone.getByRole('button', { name: 'Send', exact: true }).click();
    await this.bubble('me', said.text).waitFor();
  }

  /** The customer goes on in the thread that is open on the phone. */
  async goOn(text: string): Promise<void> {
    await this.phone.getByPlaceholder(/^Write a (comment|message)…$/).fill(text);
    await this.phone.getByRole('button', { name: 'Send', exact: true }).click();
    await this.bubble('me', text).waitFor();
  }

  /** A line on the phone, by the customer or by the company. */
  bubble(by: 'me' | 'company', text: string): Locator {
    return this.phone.locator(`li[data-by="${by}"]`).filter({ hasText: text });
  }
  /** The customer looks at another network on the same phone, and opens what came there. */
  async look(person: string, channel: string, text: string): Promise<void> {
    await this.phone.goto(`${this.#theatre.url}/practice?person=${person}&channel=${channel}`);
    await this.phone.getByRole('button').filter({ hasText: text }).click();
  }

  /** It appears in the list by itself; then the agent opens it. */
  async openRow(text: string): Promise<void> {
    await this.row(text)
      .click()
      .catch(async (error: unknown) => {
        throw new Error(`${error}\n${await this.#whatTheServerHas(text)}`);
      });
    await this.read(text);
  }

  /** It stands in the conversation that is open, whether it came just now or long ago. */
  async read(text: string): Promise<void> {
    await this.messages(text)
      .waitFor()
      .catch(async (error: unknown) => {
        const open = this.desk.url().replace(this.#theatre.url, '');
        throw new Error(`${error}\nOpen on the page: ${open}. ${await this.#whatTheServerHas(text)}`);
      });
  }

  /** @param who reads it: the tab that is chosen in the composer */
  async answer(who: 'Public' | 'Private', text: string): Promise<void> {
    await this.composer.getByRole('tab', { name: new RegExp(`^${who}`) }).click();
    await this.composer.getByRole('textbox').fill(text);
    await this.composer.getByRole('button', { name: who === 'Public' ? 'Send in public' : /^Send( Ctrl|$)/ }).click();
    await this.messages(text)
      .getByText(/^(Sent|Delivered|Read)\b/)
      .waitFor();
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The API sees what the page shows. */
  async attentionOf(text: string): Promise<string | null | undefined> {
    return (await this.#newestWith(text))?.conversation.attention;
  }
  async #newestWith(text: string): Promise<ConversationDetail | undefined> {
    for (const { id } of await this.#newest()) {
      const detail = ConversationDetail.parse(await this.ask(`/api/conversations/${id}`));
      if (detail.messages.some((message) => message.text.includes(text))) return detail;
    }
    return undefined;
  }
  async #newest() {
    return ConversationList.parse(await this.ask('/api/conversations?view=all&limit=20')).items;
  }
  async #whatTheServerHas(text: string): Promise<string> {
    const found = await this.#newestWith(text);
    const known = found
      ? `${found.conversation.attention} in ${found.conversation.id} (${found.conversation.channel}), which reads: ${found.messages
          .filter(({ isContext }) => !isContext)
          .map((one) => `${one.direction} “${one.text}” (${one.delivery ?? one.sentAt})`)
          .join(' | ')}`
      : `nothing of the kind; its newest are: ${(await this.#newest())
          .slice(0, 5)
          .map(({ id, channel, preview }) => `${id} (${channel}) “${preview}”`)
          .join(' | ')}`;
    return `The server has: ${known}. Complaints: ${this.#complaints.join('; ') || 'none'}.`;
  }
  private async ask(path: string): Promise<unknown> {
    return (await this.desk.context().request.get(this.#theatre.url + path)).json();
  }

  /** It came to this page by itself, and nothing was complained of. */
  async expectCalm(): Promise<void> {
    expect(await this.desk.locator('html[data-never-reloaded]').count()).toBe(1);
    expect(this.#complaints.join('\n')).toBe('');
  }
}
