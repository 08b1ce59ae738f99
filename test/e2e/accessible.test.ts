import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Theatre } from './desk/setup.ts';
import { whyNot } from './desk/stage.ts';
import { GUIDE_IS_SHUT } from './screens/guide-is-shut.ts';
import { openScreen, SCREENS, type Screen } from './screens/screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and what the axe project recommends beside it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a change of colours can break; everything else is the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LOOKS = [
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'high contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'high contrast in the dark', colorScheme: 'dark', contrast: 'more' },
] as const;
/** Nothing is on its way from one colour to another: what is measured is what stays. A sheet of this kind is allowed by the policy. */
const STILL = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important }');
  document.adoptedStyleSheets.push(sheet);
})()`;
/** Two drawings later. */
const DRAWN = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(true))))`;
/** How a page looks is not the service worker's doing; what that does has a test of its own. */
const LOOKED_AT = { colorScheme: 'light', reducedMotion: 'reduce', serviceWorkers: 'block' } as const;
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe.skipIf(whyNot() !== null)('every screen can be used by everybody', () => {
  let browser: Browser;
  let theatre: Extract<Theatre, { url: string }>;
  beforeAll(async () => {
    theatre = inject('theatre') as typeof theatre;
    browser = await chromium.connect(theatre.browser);
  });
  afterAll(() => browser?.close());

  describe.each([
    { where: 'wide', size: WIDE, screens: SCREENS.filter(({ isPhoneOnly }) => !isPhoneOnly) },
    { where: 'on a phone', size: PHONE, screens: SCREENS.filter(({ isWideOnly }) => !isWideOnly) },
  ])('$where', ({ size, screens }) => {
    let inside: BrowserContext;
    let outside: BrowserContext;
    beforeAll(async () => {
      const context = async () => {
        const made = await browser.newContext({ ...size, ...LOOKED_AT });
        await made.addInitScript(GUIDE_IS_SHUT);
        return made;
      };
      [inside, outside] = [await context(), await context()];
      await inside.addCookies([...theatre.cookies]);
    });
    afterAll(async () => {
      await inside?.close();
      await outside?.close();
    });

    it.each(screens)('$name', async (screen: Screen) => {
      const page = await (screen.isOutside ? outside : inside).newPage();
      try {
        page.setDefaultTimeout(30_000);
        await openScreen(page, theatre.url, screen);
        await page.evaluate(AXE);
        await page.evaluate(STILL);
        await page.evaluate<boolean>(DRAWN);
        const found = (await findings(page, { type: 'tag', values: RULES })).map((one) => `light: ${one}`);
        for (const { name, ...look } of LOOKS) {
          await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
          await page.evaluate<boolean>(DRAWN);
          found.push(...(await findings(page, { type: 'rule', values: COLOURS })).map((one) => `${name}: ${one}`));
        }
        expect(found).toEqual([]);
        // Nothing is wider than the screen: the page itself never scrolls sideways.
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      } finally {
        await page.close();
      }
    });
  });
});

async function findings(page: Page, runOnly: { type: string; values: readonly string[] }): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: readonly Finding[] }>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(runOnly)} })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary}`),
  );
}
