import { Link, type LinkProps } from '@tanstack/react-router';
import {
  AudioLines,
  Cable,
  ChevronRight,
  Coffee,
  Command,
  GraduationCap,
  type LucideIcon,
  ReceiptText,
  SlidersHorizontal,
  Smartphone,
  Users,
} from 'lucide-react';
import { useAway } from '../frame/away-toggle.tsx';
import { useMay, useMe } from '../frame/use-me.ts';
import { setGuideOpen } from '../guide/kept.ts';
import { openPalette } from '../palette/state.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { t } from '../text/t.ts';

const LINE =
  'flex min-h-12 w-full items-center gap-3 rounded-small px-3 text-start text-l hover:bg-sunken active:bg-sunken';

/** The rooms that have no place of their own in a phone's bar. */
export function MoreSheet({ onClose }: { readonly onClose: () => void }) {
  const me = useMe();
  const may = useMay();
  const isPractice = me.workspace.isPractice && may('practice.use');
  const rooms: readonly (readonly [NonNullable<LinkProps['to']>, string, LucideIcon, boolean])[] = [
    ['/listen', t('rail.listen'), AudioLines, may('conversations.read')],
    ['/people', t('rail.people'), Users, may('contacts.read')],
    ['/inboxes', t('rail.inboxes'), Cable, may('inboxes.read')],
    ['/ledger', t('rail.ledger'), ReceiptText, may('ledger.read')],
    ['/settings', t('rail.settings'), SlidersHorizontal, true],
  ];
  const name = me.agent?.name ?? t('rail.token');
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('more.title')}>
      <ul className="-mx-3 grid">
        <li>
          <button type="button" onClick={then(() => openPalette())} className={LINE}>
            <Command size={18} strokeWidth={1.7} aria-hidden className="text-ink-3" />
            {t('more.find')}
          </button>
        </li>
        {me.agent && may('messages.send') && <AwayLine className={LINE} onDone={onClose} />}
        {rooms
          .filter(([, , , isOpen]) => isOpen)
          .map(([to, words, Icon]) => (
            <li key={to}>
              <Link to={to} onClick={onClose} className={LINE}>
                <Icon size={18} strokeWidth={1.7} aria-hidden className="text-ink-3" />
                <span className="flex-1">{words}</span>
                <ChevronRight size={16} aria-hidden className="text-ink-3 rtl:rotate-180" />
              </Link>
            </li>
          ))}
        {isPractice && (
          <>
            <li>
              <Link to="/practice" target="_blank" onClick={onClose} className={LINE}>
                <Smartphone size={18} strokeWidth={1.7} aria-hidden className="text-ink-3" />
                {t('rail.practice')}
              </Link>
            </li>
            <li>
              <button type="button" onClick={then(() => setGuideOpen(true))} className={LINE}>
                <GraduationCap size={18} strokeWidth={1.7} aria-hidden className="text-ink-3" />
                {t('more.guide')}
              </button>
            </li>
          </>
        )}
        <li className="mt-1 border-t border-line pt-1">
          <Link to="/settings/$page" params={{ page: 'profile' }} onClick={onClose} className={LINE}>
            <Avatar name={name} size={28} tone="ours" />
            <span className="min-w-0 flex-1 truncate">{t('rail.account', { name })}</span>
            <ChevronRight size={16} aria-hidden className="text-ink-3 rtl:rotate-180" />
          </Link>
        </li>
      </ul>
    </Dialog>
  );
}

function AwayLine({ className, onDone }: { readonly className: string; readonly onDone: () => void }) {
  const { isAway, toggle } = useAway();
  return (
    <li>
      <button
        type="button"
        aria-pressed={isAway}
        onClick={() => {
          onDone();
          void toggle();
        }}
        className={className}
      >
        <Coffee size={18} strokeWidth={1.7} aria-hidden className={isAway ? 'text-warn' : 'text-ink-3'} />
        {t(isAway ? 'away.comeBack' : 'away.goAway')}
      </button>
    </li>
  );
}
