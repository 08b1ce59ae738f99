import { ChevronDown, Clock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Way } from '../../../wire/replying.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx';
import { t } from '../../text/t.ts';
import { momentWords } from '../../time/words.ts';
import { sendTimes } from './send-times.ts';

const WhenDialog = lazy(() => import('../acts/when-dialog.tsx').then((part) => ({ default: part.WhenDialog })));

/** What becomes of the answer, and of the agent, after the button. */
export interface Sending {
  readonly mark?: boolean;
  readonly goOn?: boolean;
  readonly sendAt?: Date;
}

export function SendButton({
  way,
  words,
  isReady,
  isBusy,
  onSend,
}: {
  readonly way: Way | null;
  readonly words: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly onSend: (how: Sending) => void;
}) {
  return (
    <span className="flex flex-none">
      <Button
        look="main"
        disabled={!isReady}
        isBusy={isBusy}
        shortcut="Ctrl ↵"
        className={way ? 'rounded-e-none' : ''}
        onClick={() => onSend({})}
      >
        {words}
      </Button>
      {way && <Options way={way} isReady={isReady && !isBusy} onSend={onSend} />}
    </span>
  );
}

function Options({
  way,
  isReady,
  onSend,
}: {
  readonly way: Way;
  readonly isReady: boolean;
  readonly onSend: (how: Sending) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const now = new Date();
  return (
    <>
      <Menu
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button
            look="main"
            disabled={!isReady}
            aria-label={t('send.options')}
            className="ms-px rounded-s-none !px-2 max-phone:!px-3"
          >
            <ChevronDown size={15} aria-hidden />
          </Button>
        }
      >
        {isOpen && (
          <>
            <MenuItem onSelect={() => onSend({ mark: true })} shortcut="Ctrl ↵">
              {t('send.mark')}
            </MenuItem>
            <MenuItem onSelect={() => onSend({ mark: false })} shortcut="Ctrl ⇧ ↵">
              {t('send.only')}
            </MenuItem>
            <MenuItem onSelect={() => onSend({ mark: true, goOn: true })}>{t('send.next')}</MenuItem>
            <MenuLine />
            <MenuLabel>{t('send.later')}</MenuLabel>
            {sendTimes(now, way.closesAt).map(({ key, until, isClosed }) => (
              <MenuItem
                key={key}
                disabled={isClosed}
                icon={<Clock size={14} aria-hidden />}
                hint={momentWords(until.toISOString(), now.getTime())}
                onSelect={() => onSend({ sendAt: until })}
              >
                {t(key)}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => setChoosing(true)}>{t('send.atChoose')}</MenuItem>
            {way.closesAt && (
              <p className="max-w-[280px] px-2 pt-1 pb-1.5 text-s text-warn">
                {t('send.closesAt', { at: momentWords(way.closesAt, now.getTime()) })}
              </p>
            )}
          </>
        )}
      </Menu>
      {isChoosing && (
        <Suspense>
          <WhenDialog
            title={t('send.choose.title')}
            about={t('send.choose.about')}
            from={new Date(Math.ceil((now.getTime() + 3_600_000) / 3_600_000) * 3_600_000)}
            closesAt={way.closesAt}
            submit={t('send.choose.submit')}
            onClose={() => setChoosing(false)}
            onChoose={(sendAt) => {
              setChoosing(false);
              onSend({ sendAt });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
