import type { BrowserContextOptions } from 'playwright-core';
import type { Screen } from '../../test/e2e/screens/screens.ts';

export interface Looking {
  readonly suffix: string;
  readonly isPhone: boolean;
  readonly context: BrowserContextOptions;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const look = (suffix: string, viewport: typeof WIDE, colorScheme: 'light' | 'dark' = 'light'): Looking => ({
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

export const LOOKS: readonly Looking[] = [look('', WIDE), look('-dark', WIDE, 'dark'), look('-phone', PHONE)];

/** Every screen is kept in light; these in the dark and on a phone as well, which is enough to judge both by. */
const TELLING = [
  ...[
    'sign-in',
    'desk',
    'conversation-private',
    'search',
    'selection',
    'acts',
    'saved-replies',
    'send-options',
    'note',
  ],
  ...['notifications', 'inboxes', 'ledger', 'practice', 'settings-people', 'settings-roles', 'settings-appearance'],
  ...['listen', 'listen-picture'],
];
const IN_THE_DARK: readonly string[] = [
  ...TELLING,
  'palette',
  'keys',
  'guide',
  'ledger-entry',
  'settings-second-factor',
];
const ON_A_PHONE: readonly string[] = [...TELLING, 'list', 'filter', 'inbox', 'leave', 'settings-reply'];

/** @param isEvery each screen wherever it can be shown, not only where its picture is kept */
export function isTaken(
  { name, isPhoneOnly, isWideOnly }: Screen,
  { isPhone, context }: Looking,
  isEvery = false,
): boolean {
  if (isPhone) return isPhoneOnly === true || (!isWideOnly && (isEvery || ON_A_PHONE.includes(name)));
  return !isPhoneOnly && (isEvery || context.colorScheme === 'light' || IN_THE_DARK.includes(name));
}
