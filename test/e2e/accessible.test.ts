import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { whyNot } from './desk/stage.ts';
import { openScreen, SCREENS, type Screen } from './screens/screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and what the axe project recommends beside it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe.skipIf(whyNot() !== null)('every screen can be used by everybody', () => {
  let browser: Browser;
  let theatre: { url: string; browser: string; cookies: Parameters<BrowserContext['addCookies']>[0] };
  beforeAll(async () => {
    theatre = inject('theatre') as unknown as typeof theatre;
    browser = await chromium.connect(theatre.browser);
  });
  afterAll(() => browser?.close());

  const looks = [
    { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
    { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
    { name: 'high contrast', colorScheme: 'light', contrast: 'more' },
  ] as const;
  describe.each(looks)('$name', ({ colorScheme, contrast }) => {
    it.each(SCREENS)('$name', { timeout: 60_000 }, async (screen) => {
      expect(await findings(screen, { colorScheme, contrast })).toEqual([]);
    });
  });

  it.each(SCREENS.filter(({ isWideOnly }) => !isWideOnly))('on a phone: $name', { timeout: 60_000 }, async (screen) => {
    const viewport = { width: 390, height: 844 };
    expect(await findings(screen, { colorScheme: 'light', viewport, hasTouch: true, isMobile: true })).toEqual([]);
  });

  async function findings(screen: Screen, look: Parameters<Browser['newContext']>[0]): Promise<readonly string[]> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...look,
    });
    try {
      await context.addInitScript(`if (self === top) localStorage.setItem('earshot.guide', '{"isOpen":false}')`);
      if (!screen.isOutside) await context.addCookies([...theatre.cookies]);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await openScreen(page, theatre.url, screen);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<{ violations: readonly Finding[] }>(
        `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
      );
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary}`),
      );
    } finally {
      await context.close();
    }
  }
});
