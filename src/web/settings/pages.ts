import {
  Bell,
  BookOpenText,
  CalendarClock,
  Contrast,
  Ear,
  Fingerprint,
  Gauge,
  History,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  Mail,
  MessageSquareQuote,
  Network,
  Shapes,
  ShieldCheck,
  ShoppingBag,
  Split,
  SquareStack,
  Tag,
  Timer,
  UserRound,
  UsersRound,
  Webhook,
  Workflow,
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

type IdIn<Key> = Key extends `page.${infer Id}` ? Id : never;
type Load = () => Promise<{ readonly default: ComponentType }>;
const page = (
  group: SettingsPage['group'],
  id: IdIn<TextKey>,
  icon: LucideIcon,
  acts: readonly Act[],
  load: Load,
): SettingsPage => ({ id, group, icon, title: `page.${id}`, words: `words.${id}`, acts, part: lazy(load) });

const PAGES: readonly SettingsPage[] = [
  page('you', 'profile', UserRound, [], () => import('./profile/profile.tsx')),
  page('you', 'sign-in', Fingerprint, [], () => import('./sign-in/sign-in-page.tsx')),
  page('you', 'notifications', Bell, [], () => import('./profile/notifications.tsx')),
  page('you', 'appearance', Contrast, [], () => import('./profile/appearance.tsx')),
  page('people', 'people', UsersRound, ['agents.read'], () => import('./people/people.tsx')),
  page('people', 'teams', Network, ['agents.read'], () => import('./teams/teams.tsx')),
  page('people', 'roles', ShieldCheck, ['roles.manage'], () => import('./roles/roles.tsx')),
  page('people', 'access', LockKeyhole, ['inboxes.manage'], () => import('./access/access.tsx')),
  page('work', 'labels', Tag, ['labels.manage'], () => import('./labels/labels.tsx')),
  page('work', 'fields', Shapes, ['labels.manage'], () => import('./fields/fields.tsx')),
  page('work', 'replies', MessageSquareQuote, ['messages.send'], () => import('./replies/replies.tsx')),
  page('work', 'macros', Zap, ['messages.send'], () => import('./macros/macros.tsx')),
  page('work', 'priority', Gauge, ['triage.manage'], () => import('./priority/priority.tsx')),
  page('work', 'answer-times', Timer, ['triage.manage'], () => import('./answer-times/answer-times.tsx')),
  page('work', 'hours', CalendarClock, ['triage.manage'], () => import('./hours/hours.tsx')),
  page('work', 'rules', Workflow, ['triage.manage'], () => import('./rules/rules.tsx')),
  page('work', 'routing', Split, ['triage.manage'], () => import('./routing/routing.tsx')),
  page('work', 'listening', Ear, ['triage.manage'], () => import('./listening/listening.tsx')),
  page('work', 'understanding', BookOpenText, ['triage.manage'], () => import('./understanding/understanding.tsx')),
  page('house', 'security', KeyRound, ['security.manage'], () => import('./security/security.tsx')),
  page('house', 'shops', ShoppingBag, ['inboxes.manage'], () => import('./shops/shops.tsx')),
  page('house', 'webhooks', Webhook, ['inboxes.manage'], () => import('./hooks/hooks.tsx')),
  page('house', 'mail', Mail, ['inboxes.manage'], () => import('./mail/mail.tsx')),
  page('house', 'tokens', SquareStack, ['tokens.manage'], () => import('./tokens/tokens.tsx')),
  page('house', 'audit', History, ['audit.read'], () => import('./audit/audit.tsx')),
];

/** What this person may open. */
export function pagesFor(acts: readonly string[], isAgent: boolean): readonly SettingsPage[] {
  return PAGES.filter((one) =>
    one.acts.length === 0 ? isAgent || one.id === 'appearance' : one.acts.some((act) => acts.includes(act)),
  );
}
