import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Theatre } from './desk/setup.ts';
import { whyNot } from './desk/stage.ts';
import { GUIDE_IS_SHUT } from './screens/guide-is-shut.ts';

describe.skipIf(whyNot() !== null)('the desk as an app', () => {
  let theatre: Extract<Theatre, { url: string }>;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    theatre = inject('theatre') as typeof theatre;
    browser = await chromium.connect(theatre.browser);
  });
  afterEach(() => context?.close());
  afterAll(() => browser?.close());

  async function openDesk(more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', ...more });
    await context.addCookies([...theatre.cookies]);
    await context.addInitScript(GUIDE_IS_SHUT);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`${theatre.url}/desk?view=all`);
    await page.locator('[data-row]').first().waitFor();
    return page;
  }
  /** The worker has the page and what it is made of. */
  const kept = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => null)');
    await page.waitForFunction(`(async () => {
      const needed = [...document.querySelectorAll('script[src], link[rel="stylesheet"]')].map((one) => one.src || one.href);
      for (const address of needed) if (!(await caches.match(address))) return false;
      return (await caches.match('/')) !== undefined && navigator.serviceWorker.controller !== null;
    })()`);
    return page.evaluate(`(async () => {
      const paths = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
      return paths;
    })()`);
  };

  it('can be installed: it says what it is, with pictures that are there', async () => {
    const page = await openDesk();
    const href = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
    const manifest = (await (await context.request.get(new URL(href, theatre.url).href)).json()) as {
      display: string;
      start_url: string;
      icons: readonly { src: string; type: string }[];
    };
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/desk' });
    for (const { src, type } of manifest.icons) {
      const picture = await context.request.get(new URL(src, theatre.url).href);
      expect([picture.status(), picture.headers()['content-type']?.split(';')[0]]).toEqual([200, type]);
    }
  });

  it('opens without its server, says so, and comes back by itself; nothing that people wrote is kept', async () => {
    const page = await openDesk();
    await page.locator('[data-row]').first().click();
    await page.locator('article[data-direction]').first().waitFor();
    const paths = await kept(page);
    expect(paths).toContain('/');
    expect(paths.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Earshot is out of reach' }).waitFor();
    expect(await page.locator('[data-row], article').count()).toBe(0);
    await context.setOffline(false);
    await page.locator('article[data-direction]').first().waitFor();
  });

  it('opens the conversation of a notice that was touched, without reading the page anew', async () => {
    const page = await openDesk({ permissions: ['notifications'] });
    await kept(page);
    const id = await page.locator('[data-row]').nth(2).getAttribute('data-row');
    await page.evaluate(`document.documentElement.setAttribute('data-never-reloaded', '')`);
    const [worker] = context.serviceWorkers();
    await worker?.evaluate(`(async () => {
      await self.registration.showNotification('Somebody wrote', { data: { url: '/desk/${id}' } });
      const [notification] = await self.registration.getNotifications();
      self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    })()`);
    await page.waitForURL(`**/desk/${id}*`);
    expect(await page.locator('html[data-never-reloaded]').count()).toBe(1);
  });

  it('reads the page anew, once, when an upgrade took a part of it away', async () => {
    const page = await openDesk({ serviceWorkers: 'block' });
    let pages = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) pages += 1;
    });
    const part = /\/assets\/ledger-[\w-]+\.js/;
    await page.route(part, (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: 'More' }).click();
    const isRead = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('link', { name: 'Ledger' }).click();
    await isRead;
    // The part is still away: it is said, and the page is not read again and again.
    await page.getByText('This page could not be loaded').waitFor();
    expect(pages).toBe(1);
    await page.unroute(part);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
  });
});
