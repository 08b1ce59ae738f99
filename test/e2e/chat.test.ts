import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Theatre } from './desk/setup.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A website of somebody else, on an origin of its own and with a strict policy, as its visitors see it. */
describe.skipIf(whyNot() !== null)('the chat on a website', () => {
  let theatre: Extract<Theatre, { url: string }>;
  let browser: Browser;
  let desk: BrowserContext;
  let website: Server;
  let site: string;
  let inbox: string;
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    theatre = inject('theatre') as typeof theatre;
    browser = await chromium.connect(theatre.browser);
    desk = await browser.newContext();
    await desk.addCookies([...theatre.cookies]);
    let tag = '';
    website = createServer((request, response) => {
      const policy = `default-src 'self'; script-src ${theatre.url}; connect-src ${theatre.url}; img-src blob:`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
      response.end(`<!doctype html><html lang="en"><title>A shop</title><h1>${request.url}</h1>${tag}</html>`);
    });
    await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
    const made = await ask('POST', '/api/inboxes', { channel: 'chat', credentials: { site, title: 'Shop support' } });
    inbox = made.inbox.id;
    const channels = await ask('GET', '/api/channels');
    const { embed } = channels.items.find(({ channel }: { channel: string }) => channel === 'chat');
    tag = `<script async src="${theatre.url}/chat/widget.js" data-inbox="${embed}/${inbox}"></script>`;
  });
  afterAll(async () => {
    if (inbox) await ask('DELETE', `/api/inboxes/${inbox}`);
    for (const context of [...opened, desk]) await context?.close();
    await browser?.close();
    website?.close();
  });

  async function ask(method: string, path: string, data?: object) {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await desk.request.fetch(theatre.url + path, { method, headers, ...(data ? { data } : {}) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  }
  async function visit(more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...more });
    opened.push(context);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`${site}/one`);
    return page;
  }
  const talkOf = async (words: string) => {
    const find = async () =>
      (await ask('GET', `/api/conversations?view=all&inbox=${inbox}`)).items.find((one: { preview: string }) =>
        one.preview.includes(words),
      );
    await expect.poll(find, { timeout: 30_000 }).toBeTruthy();
    return find();
  };
  async function answer(id: string, text: string): Promise<void> {
    const { ways } = await ask('GET', `/api/conversations/${id}`);
    const reply = { id: randomUUID(), way: ways[0].key, text, attachments: [], readAtSeq: 0, sendAnyway: true };
    await ask('POST', `/api/conversations/${id}/messages`, { ...reply, thenMark: 'answered' });
  }

  it('is opened, written in and answered, goes on on the next page, and leaves no cookie', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Open chat' }).click();
    const question = unheardOf('Is it in stock? <b>really</b>');
    await page.getByLabel('Write a message').fill(question);
    await page.keyboard.press('Enter');
    await page.locator('input[type=file]').setInputFiles({ name: 'zip.png', mimeType: 'image/png', buffer: PIXEL });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('img', { name: 'zip.png' }).waitFor();

    const talks = async () => (await ask('GET', `/api/conversations?view=all&inbox=${inbox}`)).items;
    await expect.poll(async () => (await talks()).length, { timeout: 30_000 }).toBe(1);
    const [talk] = await talks();
    const said = unheardOf('Yes, in all sizes.');
    await answer(talk.id, said);
    await page.getByRole('log').getByText(said).waitFor();
    await expect
      .poll(async () => (await ask('GET', `/api/conversations/${talk.id}`)).messages.at(-1).delivery, {
        timeout: 30_000,
      })
      .toBe('read');

    await page.goto(`${site}/two`);
    await page.getByRole('log').getByText(question).waitFor();
    await page.getByRole('log').getByText(said).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.locator('earshot-chat b').count()).toBe(0);
  });

  it('is told of an answer while it is closed, and can be used by keys alone', async () => {
    const page = await visit();
    const launcher = page.getByRole('button', { name: 'Open chat' });
    await launcher.focus();
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    const question = unheardOf('By keys?');
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    const talk = await talkOf(question);
    await page.keyboard.press('Escape');
    await answer(talk.id, 'While you were away');
    await page.getByRole('button', { name: 'Open chat, 1 new' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('While you were away').waitFor();
  });

  it('works where the browser keeps nothing, for as long as the page', async () => {
    const page = await visit();
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })",
    );
    await page.goto(`${site}/private`);
    await page.getByRole('button', { name: 'Open chat' }).click();
    const question = unheardOf('Kept nowhere');
    await page.getByLabel('Write a message').fill(question);
    await page.keyboard.press('Enter');
    const talk = await talkOf(question);
    await answer(talk.id, 'And answered');
    await page.getByText('And answered').waitFor();
  });

  it.each(['light', 'dark'] as const)('is readable for everybody: %s', async (colorScheme) => {
    const page = await visit({ colorScheme, bypassCSP: true });
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('dialog', { name: 'Shop support' }).waitFor();
    await page.evaluate(AXE);
    const found = await page.evaluate(
      "axe.run('earshot-chat').then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(found).toEqual([]);
  });

  it('is not there on a website that is not its own', async () => {
    const refused = await desk.request.get(`${theatre.url}/chat/practice/${inbox}/hello`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(refused.status()).toBe(403);
  });
});
