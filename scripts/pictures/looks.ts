import type { BrowserContextOptions } from 'playwright-core';

export interface Looking {
  readonly suffix: string;
  readonly isPhone: boolean;
  readonly context: BrowserContextOptions;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const look = (suffix: string, viewport: typeof WIDE, colorScheme: 'light' | 'dark'): Looking => ({
  suffix,
  isPhone: viewport === PHONE,
  context: {
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    ...(viewport === PHONE ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  },
});

export const LOOKS: readonly Looking[] = [
  look('', WIDE, 'light'),
  look('-dark', WIDE, 'dark'),
  look('-phone', PHONE, 'light'),
];
