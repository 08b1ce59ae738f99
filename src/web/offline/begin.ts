import { t } from '../text/t.ts';
import { listenForInstall } from './install.ts';
import { pathToOpen } from './path-to-open.ts';

/** In milliseconds since the epoch: when the page was last read afresh because a part of it was gone. */
const READ_AFRESH = 'earshot.read-afresh';
const AFRESH_EVERY_MS = 60_000;
/** The name of an error that only a page read anew can mend. */
export const MISSING_PART = 'MissingPart';

/**
 * Makes the desk open on a bad line and be installable, and lets it survive an upgrade of the server.
 * @param open a notice was touched: the place that it is about
 */
export function beginOffline(open: (path: string) => void): void {
  listenForInstall();
  // A part that an upgrade took away while this page was open: the new page knows the new name. Once, not for ever.
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(READ_AFRESH) ?? 0);
    if (Date.now() - last < AFRESH_EVERY_MS || !navigator.onLine) {
      // In words, and not to be taken by the router for a reason to read the page once more.
      const { payload } = event as Event & { readonly payload?: Error };
      if (payload) Object.assign(payload, { name: MISSING_PART, message: t('failed.part') });
      return;
    }
    event.preventDefault();
    sessionStorage.setItem(READ_AFRESH, String(Date.now()));
    location.reload();
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    const path = pathToOpen(data, location.origin);
    if (path !== null) open(path);
  });
  // After everything that the first look needs.
  const register = () => void keepReady().catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** What was read before the worker was there is told to it, so that the next start needs no line. */
async function keepReady(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => name) });
}
