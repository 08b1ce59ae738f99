import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { GUIDE_IS_SHUT } from '../../test/e2e/screens/guide-is-shut.ts';
import { openScreen, SCREENS, type Screen } from '../../test/e2e/screens/screens.ts';
import { furnished } from '../../test/product/furnished.ts';
import { makeHouse } from '../../test/product/process.ts';
import { isTaken, LOOKS, type Looking } from './looks.ts';

const FOLDER = new URL('../../docs/pictures/', import.meta.url);
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
/** Of 100: no eye sees the difference on flat colour and text, and the repository stays small. */
const QUALITY = 76;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { png: { type: 'boolean' }, out: { type: 'string' }, every: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(
    'npm run pictures -- [SCREEN]... [--png] [--every] [--out FOLDER]\nTakes every screen of the practice workspace in light, and a choice of them in the dark and on a phone.\n--every: each in all three.',
  );
  process.exit(0);
}
const folder = values.out ? new URL(`${values.out}/`, `file://${process.cwd()}/`) : FOLDER;
const wanted = SCREENS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const house = await makeHouse();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
try {
  const product = await house.start({ EARSHOT_PRACTICE: '1' });
  const cookies = await furnished(browser, product.url, await product.signInLink());
  await mkdir(folder, { recursive: true });
  // Only our own folder: what lies in another is somebody's.
  if (positionals.length === 0 && !values.out) await clear();
  const missed: string[] = [];
  for (const look of LOOKS) {
    const inside = await browser.newContext(look.context);
    await inside.addCookies(cookies);
    const outside = await browser.newContext(look.context);
    for (const screen of wanted.filter((one) => isTaken(one, look, values.every))) {
      await take(screen.isOutside ? outside : inside, product.url, screen, look).catch((error: unknown) => {
        missed.push(`${screen.name}${look.suffix}: ${String(error).split('\n')[0]}`);
      });
    }
    await inside.close();
    await outside.close();
  }
  if (missed.length > 0) throw new Error(`Not taken:\n  ${missed.join('\n  ')}`);
} finally {
  await browser.close();
  await house.leave();
}

async function take(context: BrowserContext, url: string, screen: Screen, look: Looking): Promise<void> {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(15_000);
    await page.addInitScript(GUIDE_IS_SHUT);
    await openScreen(page, url, screen);
    // Rows fade in; nobody wants the picture of that.
    await page.waitForTimeout(500);
    await keep(page, screen.name + look.suffix);
  } finally {
    await page.close();
  }
}

async function keep(page: Page, name: string): Promise<void> {
  const bytes = values.png ? await page.screenshot() : await asWebp(page);
  await writeFile(new URL(`${name}.${values.png ? 'png' : 'webp'}`, folder), bytes);
  console.log(`${name}: ${Math.round(bytes.byteLength / 1000)} kB`);
}

async function asWebp(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  return Buffer.from(data, 'base64');
}

/** What a screen that is gone has left behind. */
async function clear(): Promise<void> {
  for (const name of await readdir(folder)) if (/\.(webp|png)$/.test(name)) await rm(new URL(name, folder));
}
