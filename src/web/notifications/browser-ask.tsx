import { useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '../api/call.ts';
import { useMe } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { patchPreferences } from './queries.ts';

const KEY = 'earshot.notices.asked';

/** Says what for before the browser asks; asked once on a device, and never while it was refused. */
export function BrowserAsk() {
  const { preferences } = useMe();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(() => localStorage.getItem(KEY) !== null);
  const [isDenied, setDenied] = useState(false);
  if (isDenied) return <p className="border-b border-line bg-warn-soft px-4 py-2 text-warn">{t('bell.denied')}</p>;
  if (isAsked || !preferences || preferences.browser || !('Notification' in window)) return null;
  if (Notification.permission === 'denied') return null;
  const done = () => {
    localStorage.setItem(KEY, '1');
    setAsked(true);
  };
  async function allow() {
    const answer = await Notification.requestPermission();
    done();
    if (answer !== 'granted') return setDenied(true);
    try {
      await patchPreferences(client, { browser: true });
      // While the desk is closed too; a browser that cannot still shows them while it is open.
      await import('./push.ts')
        .then(({ canBePushed, subscribe }) => (canBePushed() ? subscribe('') : undefined))
        .catch(() => undefined);
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  return (
    <div className="flex flex-none gap-3 border-b border-line bg-sunken px-4 py-3">
      <BellRing size={18} strokeWidth={1.7} aria-hidden className="mt-0.5 flex-none text-accent" />
      <div>
        <p className="font-medium">{t('bell.ask')}</p>
        <p className="text-s text-ink-2">{t('bell.askAbout')}</p>
        <div className="mt-2 flex gap-2">
          <Button onClick={() => void allow()} className="bg-raised">
            {t('bell.allow')}
          </Button>
          <Button look="quiet" onClick={done}>
            {t('bell.notNow')}
          </Button>
        </div>
      </div>
    </div>
  );
}
