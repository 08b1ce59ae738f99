import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { IconButton } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx';
import { t } from '../../text/t.ts';
import { beginSelecting } from '../acts/selecting.tsx';
import { useRights } from '../acts/use-rights.ts';
import { copy, linkTo } from '../message/copy.ts';
import { isPage } from '../message/links.ts';
import type { useHeaderActs } from './use-header-acts.ts';

const MergeDialog = lazy(() => import('../acts/merge-dialog.tsx').then((part) => ({ default: part.MergeDialog })));
const LinkDialog = lazy(() => import('../acts/link-dialog.tsx').then((part) => ({ default: part.LinkDialog })));
const StandingDialog = lazy(() =>
  import('../../person/standing-dialog.tsx').then((part) => ({ default: part.StandingDialog })),
);

/** What is done less often. */
export function MoreMenu({
  detail,
  acts,
  onNoReply,
  isOpen,
  onOpenChange,
}: {
  readonly detail: ConversationDetail;
  readonly acts: ReturnType<typeof useHeaderActs>;
  readonly onNoReply: () => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const { conversation, contact } = detail;
  const { id, attention, resolution } = conversation;
  const may = useRights(conversation.inboxId);
  const [asking, setAsking] = useState<'merge' | 'link' | 'block' | null>(null);
  const close = () => setAsking(null);
  const permalink = detail.post?.permalink ?? detail.messages.findLast((one) => one.permalink)?.permalink ?? null;
  const isSplittable = detail.messages.filter(({ isContext }) => !isContext).length > 1 || detail.hasEarlier;
  return (
    <>
      <Menu
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        trigger={
          <IconButton label={t('act.more')} className="max-phone:!size-10">
            <Ellipsis size={17} aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>{t('act.attention')}</MenuLabel>
        {attention !== 'needs_answer' && (
          <MenuItem isChosen={attention === 'answered'} onSelect={() => acts.attend('answered')}>
            {t('act.answered')}
          </MenuItem>
        )}
        <MenuItem isChosen={attention === 'acknowledged'} onSelect={() => acts.attend('acknowledged')}>
          {t('act.acknowledged')}
        </MenuItem>
        <MenuItem isChosen={attention === 'no_reply'} onSelect={onNoReply}>
          {t('act.noReply')}
        </MenuItem>
        <MenuItem isChosen={attention === 'needs_answer'} onSelect={acts.wait}>
          {t('act.needsAnswer')}
        </MenuItem>
        <MenuLine />
        <MenuLabel>{t('act.resolution')}</MenuLabel>
        {resolution !== 'open' && <MenuItem onSelect={() => acts.resolve('open')}>{t('act.resolution.open')}</MenuItem>}
        {(['proposed', 'confirmed', 'unconfirmed'] as const).map((one) => (
          <MenuItem key={one} isChosen={resolution === one} onSelect={() => acts.resolve(one)}>
            {t(`act.resolution.${one}`)}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setAsking('merge')}>{t('act.merge')}</MenuItem>
        {isSplittable && <MenuItem onSelect={() => beginSelecting(id)}>{t('act.split')}</MenuItem>}
        <MenuItem onSelect={() => setAsking('link')}>{t('act.link')}</MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => void copy(linkTo(id), t('messageAct.linked'))}>{t('act.copyLink')}</MenuItem>
        {isPage(permalink) && (
          <MenuItem onSelect={() => window.open(permalink, '_blank', 'noopener,noreferrer')}>
            {t('message.open')}
          </MenuItem>
        )}
        {may('contacts.work', 'answer') && (
          <MenuItem isGrave={contact.blockedAt === null} onSelect={() => setAsking('block')}>
            {t(contact.blockedAt === null ? 'standing.block' : 'standing.unblock')}
          </MenuItem>
        )}
      </Menu>
      <Suspense>
        {asking === 'merge' && <MergeDialog detail={detail} onClose={close} />}
        {asking === 'link' && <LinkDialog detail={detail} onClose={close} />}
        {asking === 'block' && <StandingDialog contact={contact} about="block" onClose={close} />}
      </Suspense>
    </>
  );
}
