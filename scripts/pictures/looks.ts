import type { BrowserContextOptions } from 'playwright-core';
import type { Screen } from '../../test/e2e/screens/screens.ts';

export interface Looking {
  readonly suffix: string;
  readonly isPhone: boolean;
  readonly context: BrowserContextOptions;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const look = (suffix: string, viewport: typeof WIDE): Looking => ({
  suffix,
  isPhone: viewport === PHONE,
  context: {
    viewport,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    ...(viewport === PHONE ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  },
});

export const LOOKS: readonly Looking[] = [look('', WIDE), look('-phone', PHONE)];

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
];
export const DARK: readonly string[] = [
  ...TELLING,
  'palette',
  'keys',
  'guide',
  'ledger-entry',
  'settings-second-factor',
];
const ON_A_PHONE: readonly string[] = [...TELLING, 'list', 'filter', 'inbox', 'leave', 'settings-reply'];

export const isTaken = ({ name, isPhoneOnly, isWideOnly }: Screen, { isPhone }: Looking): boolean =>
  isPhone ? isPhoneOnly === true || (!isWideOnly && ON_A_PHONE.includes(name)) : !isPhoneOnly;
