import { AlarmClock, CalendarCheck, Check } from 'lucide-react';
import { useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { useMe } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { NoReplyDialog } from '../acts/no-reply-dialog.tsx';
import { useRights } from '../acts/use-rights.ts';
import { Clocks } from './clock.tsx';
import { LabelPicker } from './label-picker.tsx';
import { MoreMenu } from './more-menu.tsx';
import { AssigneePicker, TeamPicker } from './people-pickers.tsx';
import { PriorityChip } from './priority-chip.tsx';
import { Property } from './property.tsx';
import { RoutedChip } from './routed-chip.tsx';
import { useHeaderActs } from './use-header-acts.ts';
import { WhenMenu } from './when-menu.tsx';

type Asking = 'snooze' | 'noReply' | 'assign' | 'team' | 'label' | 'promise' | 'more';

/** The acts of the header, and below them what is known: each of these is changed where it stands. */
export function HeaderActs({ detail }: { readonly detail: ConversationDetail }) {
  const { conversation } = detail;
  const me = useMe().agent;
  const may = useRights(conversation.inboxId);
  const now = useNow();
  const acts = useHeaderActs(conversation);
  const [asking, setAsking] = useState<Asking | null>(null);
  const opened = (name: Asking) => ({
    isOpen: asking === name,
    onOpenChange: (isOpen: boolean) => setAsking(isOpen ? name : null),
  });
  const mayWork = may('conversations.work', 'answer');
  const needs = conversation.attention === 'needs_answer';
  const { snoozedUntil, promisedFor, promise } = conversation;
  useKeys(
    {
      e: () => acts.attend('answered'),
      n: () => setAsking('noReply'),
      s: () => setAsking('snooze'),
      a: () => setAsking('assign'),
      i: () => me && acts.assign(me.id, me.name),
      l: () => setAsking('label'),
      t: () => setAsking('team'),
      p: () => setAsking('promise'),
    },
    mayWork,
  );
  const isOverdue = promisedFor !== null && Date.parse(promisedFor) < now;
  return (
    <>
      {mayWork && (
        <div className="flex flex-none items-center gap-2">
          {needs && (
            <>
              <Button shortcut="n" onClick={() => setAsking('noReply')} className="max-phone:hidden">
                {t('act.noReply')}
              </Button>
              <Button
                shortcut="e"
                icon={<Check size={18} aria-hidden className="phone:hidden" />}
                onClick={() => acts.attend('answered')}
                className="max-phone:!size-10 max-phone:!px-0"
              >
                <span className="max-phone:sr-only">{t('act.answered')}</span>
              </Button>
            </>
          )}
          <MoreMenu detail={detail} acts={acts} onNoReply={() => setAsking('noReply')} {...opened('more')} />
        </div>
      )}
      <div className="-ms-1.5 flex w-full flex-wrap items-center gap-x-1 gap-y-0.5 max-phone:-mx-2 max-phone:w-[calc(100%+16px)] max-phone:flex-nowrap max-phone:overflow-x-auto max-phone:px-2.5 max-phone:[scrollbar-width:none]">
        {/* Beside the name there is no room for it on a phone. */}
        <span className="flex-none phone:hidden">
          <Clocks detail={detail} />
        </span>
        <AssigneePicker conversation={conversation} isFixed={!mayWork} onChoose={acts.assign} {...opened('assign')} />
        <RoutedChip detail={detail} />
        <TeamPicker conversation={conversation} isFixed={!mayWork} onChoose={acts.team} {...opened('team')} />
        {mayWork ? (
          <>
            <WhenMenu
              title={t('snooze.until')}
              trigger={
                <Property
                  icon={<AlarmClock size={13} aria-hidden />}
                  label={t('act.snooze')}
                  shortcut="s"
                  isUnset={!snoozedUntil}
                >
                  {snoozedUntil ? momentWords(snoozedUntil, now) : t('act.snooze')}
                </Property>
              }
              onChoose={acts.snooze}
              end={snoozedUntil ? { label: t('snooze.end'), run: acts.wake } : null}
              {...opened('snooze')}
            />
            <WhenMenu
              title={t('promise.by')}
              asksWords={t('promise.words')}
              trigger={
                <Property
                  icon={<CalendarCheck size={13} aria-hidden />}
                  label={promise ? t('promise.said', { words: promise }) : t('act.promise')}
                  shortcut="p"
                  isUnset={!promisedFor}
                  tone={isOverdue ? 'alarm' : promisedFor ? 'warn' : 'plain'}
                >
                  {promisedFor
                    ? t(isOverdue ? 'promise.overdue' : 'promise.until', { at: momentWords(promisedFor, now) })
                    : t('act.promise')}
                </Property>
              }
              onChoose={acts.promise}
              end={promisedFor ? { label: t('promise.keep'), run: acts.keepPromise } : null}
              {...opened('promise')}
            />
          </>
        ) : null}
        <LabelPicker
          labelIds={conversation.labelIds}
          isFixed={!mayWork}
          mayMake={may('labels.manage', 'answer')}
          onPut={acts.label}
          {...opened('label')}
        />
        <PriorityChip detail={detail} />
        {!mayWork && <span className="ms-1 text-s text-ink-3">{t('conversation.readOnly')}</span>}
      </div>
      <NoReplyDialog
        isOpen={asking === 'noReply'}
        onClose={() => setAsking(null)}
        onReason={(reason) => {
          setAsking(null);
          acts.attend('no_reply', reason);
        }}
      />
    </>
  );
}
