import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { t } from '../text/t.ts';

/** Somebody looks at it: a machine that starts again is seen soon. Milliseconds. */
const TRY_EVERY_MS = 5_000;

/** Asked first, so that what is said stands still until there is an answer. */
async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/health', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** The desk without its server: says which of the two is away, and comes back by itself. */
export function OutOfReach({ onBack }: { readonly onBack: () => Promise<unknown> }) {
  const [isOnline, setOnline] = useState(() => navigator.onLine);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const look = async () => {
      setOnline(navigator.onLine);
      if (await isThere()) await onBack();
    };
    const timer = setInterval(() => void look(), TRY_EVERY_MS);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, [onBack]);
  async function retry() {
    setBusy(true);
    if (await isThere()) await onBack();
    setBusy(false);
  }
  return (
    <main className="grid h-full place-items-center p-6 text-center">
      <div role="status" className="grid max-w-[44ch] justify-items-center gap-3">
        <CloudOff size={40} strokeWidth={1.3} aria-hidden className="text-ink-3" />
        <h1 className="text-xl font-semibold">{t('away.title')}</h1>
        <p className="text-l text-ink-2">{t(isOnline ? 'away.server' : 'away.offline')}</p>
        <Button look="main" isBusy={isBusy} onClick={() => void retry()} className="mt-1 max-phone:!h-11">
          {t('failed.retry')}
        </Button>
        <p className="mt-2 text-ink-3">{t('away.kept')}</p>
      </div>
    </main>
  );
}
