import type { Preferences } from '../../wire/notifications.ts';

interface Shown {
  /** The same call in several tabs is shown once: it has one tag. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** The conversation that it is about. */
  readonly id: string | null;
}

/**
 * A notice of the device's own. Through the worker where there is one: phones know no other way, and the notice can be
 * touched after the page has gone.
 */
export function showByBrowser(
  wanted: Preferences,
  { tag, title, body, id }: Shown,
  open: (id: string | null) => void,
): void {
  if (!wanted.browser || !('Notification' in window) || Notification.permission !== 'granted') return;
  void byWorker({ tag, title, body, id })
    .catch(() => false)
    .then((isShown) => {
      if (!isShown) byPage({ tag, title, body, id }, open);
    });
}

async function byWorker({ tag, title, body, id }: Shown): Promise<boolean> {
  const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  if (!worker?.active) return false;
  const url = id === null ? '/desk' : `/desk/${encodeURIComponent(id)}`;
  await worker.showNotification(title, { body, tag, icon: '/icon-192.png', data: { url } });
  return true;
}

function byPage({ tag, title, body, id }: Shown, open: (id: string | null) => void): void {
  try {
    const shown = new Notification(title, { body, tag });
    shown.onclick = () => {
      window.focus();
      open(id);
      shown.close();
    };
  } catch {
    // Some phones show notices only through a service worker; the list and the badge still tell.
  }
}
