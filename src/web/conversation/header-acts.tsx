import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import {
  type Attention,
  endSnooze,
  putAssignee,
  putAttention,
  putResolution,
  putSnooze,
  type Resolution,
  reopen,
} from '../api/acts.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMe } from '../frame/use-me.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../parts/menu.tsx';
import { say } from '../parts/toasts.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { snoozePresets } from '../time/snooze-presets.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { AssignMenu } from './assign-menu.tsx';
import { NoReplyDialog } from './no-reply-dialog.tsx';

/** What may be done with the whole conversation. After an act that ends the work on it, the next one opens. */
export function HeaderActs({ conversation }: { readonly conversation: ConversationRow }) {
  const { id } = conversation;
  const me = useMe();
  const act = useAct();
  const { open, whatIsNext } = useDesk();
  const [asking, setAsking] = useState<'snooze' | 'noReply' | 'assign' | 'more' | null>(null);
  const opened = (name: NonNullable<typeof asking>) => (isOpen: boolean) => setAsking(isOpen ? name : null);

  async function finish(change: Partial<ConversationRow>, send: () => Promise<unknown>, words: string) {
    const next = whatIsNext();
    open(next === id ? null : next);
    if (await act(id, change, send)) say({ title: words });
    else open(id);
  }
  const attend = (attention: Attention, reason?: string) =>
    finish(
      { attention, attentionReason: reason ?? null, waitingSince: null, snoozedUntil: null },
      () => putAttention(id, attention, reason),
      t('act.marked', { what: t(`attention.${attention}`), name: conversation.contact.name }),
    );
  const wait = () =>
    act(id, { attention: 'needs_answer', attentionReason: null }, () => putAttention(id, 'needs_answer'));
  const resolve = (resolution: Resolution) => act(id, { resolution }, () => putResolution(id, resolution));
  const assign = (agentId: string | null) => act(id, { assigneeId: agentId }, () => putAssignee(id, agentId));
  const snooze = (until: Date, at: string) =>
    finish({ snoozedUntil: until.toISOString() }, () => putSnooze(id, until), t('act.snoozed', { at }));

  const needs = conversation.attention === 'needs_answer';
  useKeys({
    e: () => void attend('answered'),
    n: () => setAsking('noReply'),
    s: () => setAsking('snooze'),
    a: () => setAsking('assign'),
    i: () => void assign(me.agent?.id ?? null),
  });

  return (
    <div className="flex flex-none items-center gap-2 max-phone:w-full max-phone:pl-2">
      <AssignMenu
        conversation={conversation}
        isOpen={asking === 'assign'}
        onOpenChange={opened('assign')}
        onAssign={(to) => void assign(to)}
      />
      <SnoozeMenu
        isSnoozed={conversation.snoozedUntil !== null}
        isOpen={asking === 'snooze'}
        onOpenChange={opened('snooze')}
        onSnooze={(until, at) => void snooze(until, at)}
        onWake={() => void act(id, { snoozedUntil: null }, () => endSnooze(id))}
      />
      {needs && (
        <>
          <Button shortcut="n" onClick={() => setAsking('noReply')} className="max-phone:hidden">
            {t('act.noReply')}
          </Button>
          <Button shortcut="e" onClick={() => void attend('answered')} className="max-phone:flex-1">
            {t('act.answered')}
          </Button>
        </>
      )}
      <Menu
        isOpen={asking === 'more'}
        onOpenChange={opened('more')}
        trigger={
          <IconButton label={t('act.more')}>
            <Ellipsis size={17} aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>{t('act.attention')}</MenuLabel>
        <MenuItem isChosen={conversation.attention === 'acknowledged'} onSelect={() => void attend('acknowledged')}>
          {t('act.acknowledged')}
        </MenuItem>
        <MenuItem isChosen={conversation.attention === 'no_reply'} onSelect={() => setAsking('noReply')}>
          {t('act.noReply')}
        </MenuItem>
        <MenuItem isChosen={needs} onSelect={() => void wait()}>
          {t('act.needsAnswer')}
        </MenuItem>
        <MenuLine />
        <MenuLabel>{t('act.resolution')}</MenuLabel>
        {conversation.resolution !== 'open' && (
          <MenuItem onSelect={() => void act(id, { resolution: 'open' }, () => reopen(id))}>
            {t('act.resolution.open')}
          </MenuItem>
        )}
        {(['proposed', 'confirmed', 'unconfirmed'] as const).map((resolution) => (
          <MenuItem
            key={resolution}
            isChosen={conversation.resolution === resolution}
            onSelect={() => void resolve(resolution)}
          >
            {t(`act.resolution.${resolution}`)}
          </MenuItem>
        ))}
      </Menu>
      <NoReplyDialog
        isOpen={asking === 'noReply'}
        onClose={() => setAsking(null)}
        onReason={(reason) => {
          setAsking(null);
          void attend('no_reply', reason);
        }}
      />
    </div>
  );
}

function SnoozeMenu({
  isSnoozed,
  isOpen,
  onOpenChange,
  onSnooze,
  onWake,
}: {
  readonly isSnoozed: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onSnooze: (until: Date, at: string) => void;
  readonly onWake: () => void;
}) {
  const now = useNow();
  return (
    <Menu isOpen={isOpen} onOpenChange={onOpenChange} trigger={<Button shortcut="s">{t('act.snooze')}</Button>}>
      <MenuLabel>{t('snooze.until')}</MenuLabel>
      {snoozePresets(new Date(now)).map(({ key, until }) => {
        const at = momentWords(until.toISOString(), now);
        return (
          <MenuItem key={key} hint={at} onSelect={() => onSnooze(until, at)}>
            {t(key)}
          </MenuItem>
        );
      })}
      {isSnoozed && (
        <>
          <MenuLine />
          <MenuItem onSelect={onWake}>{t('snooze.end')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
