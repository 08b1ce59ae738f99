import {
  Bell,
  Contrast,
  Fingerprint,
  History,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  MessageSquareQuote,
  Network,
  Shapes,
  ShieldCheck,
  SquareStack,
  Tag,
  UserRound,
  UsersRound,
  Zap,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Act } from '../../core/access/role.ts';
import type { TextKey } from '../text/t.ts';

export const GROUPS = ['you', 'people', 'work', 'house'] as const;

/** One page of the settings. Each has an address, and its own chunk. */
export interface SettingsPage {
  readonly id: string;
  readonly group: (typeof GROUPS)[number];
  readonly icon: LucideIcon;
  readonly title: TextKey;
  /** Other words that people look for it by. */
  readonly words: TextKey;
  /** Any one of these opens it; none: everybody with a name. */
  readonly acts: readonly Act[];
  readonly part: LazyExoticComponent<ComponentType>;
}

type Load = () => Promise<{ readonly default: ComponentType }>;
const page = (
  group: SettingsPage['group'],
  id: string,
  icon: LucideIcon,
  keys: readonly [TextKey, TextKey],
  acts: readonly Act[],
  load: Load,
): SettingsPage => ({ id, group, icon, title: keys[0], words: keys[1], acts, part: lazy(load) });

export const PAGES: readonly SettingsPage[] = [
  page('you', 'profile', UserRound, ['page.profile', 'words.profile'], [], () => import('./profile/profile.tsx')),
  page(
    'you',
    'sign-in',
    Fingerprint,
    ['page.sign-in', 'words.sign-in'],
    [],
    () => import('./sign-in/sign-in-page.tsx'),
  ),
  page(
    'you',
    'notifications',
    Bell,
    ['page.notifications', 'words.notifications'],
    [],
    () => import('./profile/notifications.tsx'),
  ),
  page(
    'you',
    'appearance',
    Contrast,
    ['page.appearance', 'words.appearance'],
    [],
    () => import('./profile/appearance.tsx'),
  ),
  page(
    'people',
    'people',
    UsersRound,
    ['page.people', 'words.people'],
    ['agents.read'],
    () => import('./people/people.tsx'),
  ),
  page('people', 'teams', Network, ['page.teams', 'words.teams'], ['agents.read'], () => import('./teams/teams.tsx')),
  page(
    'people',
    'roles',
    ShieldCheck,
    ['page.roles', 'words.roles'],
    ['roles.manage'],
    () => import('./roles/roles.tsx'),
  ),
  page(
    'people',
    'access',
    LockKeyhole,
    ['page.access', 'words.access'],
    ['inboxes.manage'],
    () => import('./access/access.tsx'),
  ),
  page('work', 'labels', Tag, ['page.labels', 'words.labels'], ['labels.manage'], () => import('./labels/labels.tsx')),
  page(
    'work',
    'fields',
    Shapes,
    ['page.fields', 'words.fields'],
    ['labels.manage'],
    () => import('./fields/fields.tsx'),
  ),
  page(
    'work',
    'replies',
    MessageSquareQuote,
    ['page.replies', 'words.replies'],
    ['messages.send'],
    () => import('./replies/replies.tsx'),
  ),
  page('work', 'macros', Zap, ['page.macros', 'words.macros'], ['messages.send'], () => import('./macros/macros.tsx')),
  page(
    'house',
    'security',
    KeyRound,
    ['page.security', 'words.security'],
    ['security.manage'],
    () => import('./security/security.tsx'),
  ),
  page(
    'house',
    'tokens',
    SquareStack,
    ['page.tokens', 'words.tokens'],
    ['tokens.manage'],
    () => import('./tokens/tokens.tsx'),
  ),
  page('house', 'audit', History, ['page.audit', 'words.audit'], ['audit.read'], () => import('./audit/audit.tsx')),
];

/** What this person may open. */
export function pagesFor(acts: readonly string[], isAgent: boolean): readonly SettingsPage[] {
  return PAGES.filter((one) =>
    one.acts.length === 0 ? isAgent || one.id === 'appearance' : one.acts.some((act) => acts.includes(act)),
  );
}
