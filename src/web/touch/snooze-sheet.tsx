import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import { WhenDialog } from '../conversation/acts/when-dialog.tsx';
import { deskHands } from '../palette/state.ts';
import { Dialog } from '../parts/dialog.tsx';
import { t } from '../text/t.ts';
import { snoozePresets } from '../time/snooze-presets.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';

const LINE = 'flex min-h-11 w-full items-center gap-3 rounded-small px-3 text-start hover:bg-sunken active:bg-sunken';

/** When a row that was put off comes back; each choice as tall as a thumb. */
export function SnoozeSheet({ row, onClose }: { readonly row: ConversationRow; readonly onClose: () => void }) {
  const now = useNow();
  const [isOther, setOther] = useState(false);
  const snooze = (until: Date) => {
    onClose();
    const at = momentWords(until.toISOString(), Date.now());
    void deskHands()?.run([row.id], { do: 'snooze', until: until.toISOString() }, t('act.snoozed', { at }));
  };
  if (isOther) return <WhenDialog title={t('snooze.until')} onClose={onClose} onChoose={snooze} />;
  return (
    <Dialog isOpen onClose={onClose} title={t('snooze.until')} about={row.contact.name || t('person.nameless')}>
      <ul className="-mx-3 grid">
        {snoozePresets(new Date(now)).map(({ key, until }) => (
          <li key={key}>
            <button type="button" onClick={() => snooze(until)} className={LINE}>
              <span className="flex-1 text-l">{t(key)}</span>
              <span className="num text-ink-3">{momentWords(until.toISOString(), now)}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => setOther(true)} className={LINE}>
            <span className="flex-1 text-l">{t('when.other')}</span>
            <CalendarClock size={16} aria-hidden className="text-ink-3" />
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
