import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Coming } from '../../parts/held-keys.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx';
import { t } from '../../text/t.ts';
import { snoozePresets } from '../../time/snooze-presets.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

const WhenDialog = lazy(() => import('../acts/when-dialog.tsx').then((part) => ({ default: part.WhenDialog })));

/** A time to come: the usual ones by one click, any other by a date. */
export function WhenMenu({
  title,
  trigger,
  isOpen,
  onOpenChange,
  onChoose,
  end,
  asksWords,
}: {
  readonly title: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (until: Date, words: string) => void;
  /** How what is set now is ended. */
  readonly end: { readonly label: string; readonly run: () => void } | null;
  /** What is asked beside the time, where words belong to it. */
  readonly asksWords?: string;
}) {
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu isOpen={isOpen} onOpenChange={onOpenChange} trigger={trigger}>
        <MenuLabel>{title}</MenuLabel>
        {snoozePresets(new Date(now)).map(({ key, until }) => (
          <MenuItem key={key} hint={momentWords(until.toISOString(), now)} onSelect={() => onChoose(until, '')}>
            {t(key)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setAsking(true)}>{t(asksWords ? 'when.otherWords' : 'when.other')}</MenuItem>
        {end && (
          <>
            <MenuLine />
            <MenuItem onSelect={end.run}>{end.label}</MenuItem>
          </>
        )}
      </Menu>
      {isAsking && (
        <Suspense fallback={<Coming what="time" />}>
          <WhenDialog
            title={title}
            {...(asksWords ? { asksWords } : {})}
            onClose={() => setAsking(false)}
            onChoose={(until, words) => {
              setAsking(false);
              onChoose(until, words);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
