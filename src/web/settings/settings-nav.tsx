import { Link } from '@tanstack/react-router';
import { ChevronRight, LogOut } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '../api/call.ts';
import { useMe } from '../frame/use-me.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { say } from '../parts/toasts.tsx';
import { within } from '../parts/within.ts';
import { useSignOut } from '../sign-in/use-sign-out.ts';
import { t } from '../text/t.ts';
import { GROUPS, type SettingsPage } from './pages.ts';

const LINE =
  'flex h-[30px] w-full items-center gap-2.5 rounded-small px-2 text-ink-2 hover:bg-line/50 hover:text-ink max-phone:h-12 max-phone:text-l';

/** What there is to set. A few letters of what one wants narrow it. */
export function SettingsNav({
  pages,
  className,
  isAlone,
}: {
  readonly pages: readonly SettingsPage[];
  readonly className: string;
  /** On a phone it is the page itself. */
  readonly isAlone: boolean;
}) {
  const me = useMe();
  const [Title, GroupTitle] = isAlone ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const [typed, setTyped] = useState('');
  const found = pages.filter((page) => within(`${t(page.title)} ${t(page.words)} ${t(`group.${page.group}`)}`, typed));
  return (
    <nav
      aria-label={t('settings.title')}
      className={`flex min-h-0 flex-col border-e border-line bg-sunken max-phone:border-0 max-phone:bg-paper ${className}`}
    >
      <Title className="flex min-h-[52px] flex-none items-center px-4 text-xl font-semibold tracking-[-.01em]">
        {t('settings.title')}
      </Title>
      <div className="px-3 pb-2">
        <SearchBox label={t('settings.find')} value={typed} onChange={setTyped} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-2 pb-4">
        {GROUPS.map((group) => (
          <Group
            key={group}
            Title={GroupTitle}
            title={group === 'house' ? me.workspace.name : t(`group.${group}`)}
            pages={found.filter((page) => page.group === group)}
          />
        ))}
        {found.length === 0 && (
          <p role="status" className="px-2 py-4 text-ink-2">
            {t('settings.noneFound', { typed })}
          </p>
        )}
      </div>
      <SignOut />
    </nav>
  );
}

function Group({
  Title,
  title,
  pages,
}: {
  readonly Title: 'h2' | 'h3';
  readonly title: string;
  readonly pages: readonly SettingsPage[];
}) {
  if (pages.length === 0) return null;
  return (
    <section className="mt-2 first:mt-0">
      <Title className="truncate px-2 py-1 text-s text-ink-3">{title}</Title>
      <ul>
        {pages.map(({ id, title: name, icon: Icon }) => (
          <li key={id}>
            <Link
              to="/settings/$page"
              params={{ page: id }}
              className={LINE}
              activeProps={{ className: '!bg-raised font-semibold !text-ink shadow-[0_0_0_1px_var(--line)]' }}
            >
              <Icon size={16} strokeWidth={1.7} aria-hidden className="flex-none" />
              <span className="min-w-0 flex-1 truncate">{t(name)}</span>
              <ChevronRight size={16} aria-hidden className="text-ink-3 phone:hidden rtl:-scale-x-100" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignOut() {
  const signOut = useSignOut();
  return (
    <div className="flex-none border-t border-line p-2">
      <button
        type="button"
        onClick={() => void signOut().catch((error: unknown) => say({ title: inWords(error), isBad: true }))}
        className={LINE}
      >
        <LogOut size={16} strokeWidth={1.7} aria-hidden className="flex-none" />
        {t('rail.signOut')}
      </button>
    </div>
  );
}
