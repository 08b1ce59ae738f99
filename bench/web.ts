import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { request } from 'undici';
import { type Bench, percentile, round } from './measure.ts';
import { openBrowser } from './parts/browser.ts';
import * as inPage from './parts/in-page.ts';
import { type BenchServer, startServer } from './parts/server.ts';

const CONVERSATIONS = 50_000;
const LONG_THREAD = 2_000;
const OPENINGS = 25;
const KEYS = 60;
/** Times slower, as a phone of some years ago is. */
const THROTTLE = 4;
const LIST = '/desk?view=all';

/**
 * The desk in Chromium over 50,000 conversations, one of them with 2,000 messages: what its first load weighs, how
 * quickly a conversation opens, whether the list scrolls at the screen's pace, and what a key costs.
 */
export async function benchWeb(bench: Bench): Promise<void> {
  // The page is the same on both databases.
  if (bench.address.kind === 'postgres') return;
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  const server = await startServer('earshot', bench, {
    dataFolder,
    conversations: CONVERSATIONS,
    longThread: LONG_THREAD,
  });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await signIn(context, server);
    await measureLoad(bench, context, server, 1);
    await measureLoad(bench, context, server, THROTTLE);
    const page = await openDesk(context, server);
    await measureOpening(bench, page);
    await measureScrolling(bench, page);
    await page.close();
    await measureTyping(bench, await openDesk(context, server));
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function signIn(context: BrowserContext, server: BenchServer): Promise<void> {
  const page = await context.newPage();
  await page.goto(server.signInLink);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
}

async function openDesk(context: BrowserContext, server: BenchServer): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + LIST);
  await page.waitForSelector(inPage.ROW);
  await page.waitForLoadState('networkidle');
  return page;
}

/** First load without a cache: bytes of script as gzip, and what a person sees when. */
async function measureLoad(bench: Bench, context: BrowserContext, server: BenchServer, slower: number): Promise<void> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  // What the list needs to stand there, and what is fetched ahead of a click once it does.
  const scripts = new Set<string>();
  const ahead = new Set<string>();
  let hasRows = false;
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') (hasRows ? ahead : scripts).add(response.url());
  });
  await page.addInitScript(inPage.WATCH_PAINTS);
  const start = performance.now();
  await page.goto(server.url + LIST);
  await page.waitForSelector(inPage.ROW);
  const firstRow = performance.now() - start;
  hasRows = true;
  await page.waitForLoadState('networkidle');
  const paints = await page.evaluate<inPage.Paints>(inPage.READ_PAINTS);
  await page.close();
  if (slower === 1) {
    const value = await gzipKilobytes(scripts);
    bench.print({
      name: 'web first load',
      database: 'none',
      value: round(value, 1),
      unit: 'kB gzip',
      limit: 200,
      ratio: round(value / 200),
      files: scripts.size,
      fetchedAhead: round(await gzipKilobytes(ahead), 1),
    });
  }
  bench.print({
    name: slower === 1 ? 'web paint' : `web paint, ${slower} times slower`,
    database: 'none',
    value: round(firstRow),
    unit: 'ms to the first row',
    firstPaintMs: round(paints.first),
    largestPaintMs: round(paints.largest),
    blockedMs: round(paints.blocked),
    layoutShift: round(paints.shift, 3),
  });
}

async function gzipKilobytes(urls: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all([...urls].map(gzipBytes));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

async function gzipBytes(url: string): Promise<number> {
  const { body } = await request(url, { headers: { 'accept-encoding': 'gzip' } });
  return (await body.arrayBuffer()).byteLength;
}

async function measureOpening(bench: Bench, page: Page): Promise<void> {
  const took: number[] = [];
  for (let nth = 0; nth < OPENINGS; nth += 1) {
    took.push(await page.evaluate<number>(inPage.openRow(nth % 6)));
    await page.waitForTimeout(150);
  }
  print(bench, 'web open a conversation', took, 'ms p50', 100);
}

async function measureScrolling(bench: Bench, page: Page): Promise<void> {
  const idle = await page.evaluate<number[]>(inPage.frames(1_500, 0));
  const frames = await page.evaluate<number[]>(inPage.frames(6_000, 240));
  const rate = (deltas: readonly number[]) => (1000 * deltas.length) / deltas.reduce((sum, one) => sum + one, 0);
  bench.print({
    name: 'web scroll',
    database: 'none',
    value: round(rate(frames), 1),
    unit: 'frames a second',
    limit: round(rate(idle), 1),
    ratio: round(rate(frames) / rate(idle)),
    worstFrameMs: round(Math.max(...frames)),
    lateShare: round(frames.filter((one) => one > 25).length / frames.length, 3),
    rows: await page.evaluate<number>(inPage.LAST_ROW),
  });
}

async function measureTyping(bench: Bench, page: Page): Promise<void> {
  await page.locator(inPage.ROW).first().click();
  const write = page.getByRole('region', { name: 'Write' });
  // A note is always open; whether an answer is depends on how long ago the customer wrote.
  await write.getByRole('tab').last().click();
  await write.getByRole('textbox').first().click();
  await page.waitForLoadState('networkidle');
  await page.evaluate(inPage.WATCH_KEYS);
  for (let nth = 0; nth < KEYS; nth += 1) {
    await page.keyboard.press(nth % 6 === 5 ? 'Space' : ('abcde'[nth % 5] ?? 'a'));
    await page.waitForTimeout(40);
  }
  print(bench, 'web key in the composer', await page.evaluate<number[]>(inPage.READ_KEYS), 'ms p50', 30);
}

function print(bench: Bench, name: string, values: readonly number[], unit: string, limit: number): void {
  const value = percentile(values, 0.5);
  bench.print({
    name,
    database: 'none',
    value: round(value),
    unit,
    limit,
    ratio: round(value / limit),
    p95Ms: round(percentile(values, 0.95)),
    worstMs: round(Math.max(...values)),
    times: values.length,
  });
}
