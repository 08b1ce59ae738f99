import { useSyncExternalStore } from 'react';
import { createListeners } from '../parts/listeners.ts';

/** What some browsers say when the desk could become an app of its own. */
interface Offer extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}
/** `by_hand`: it can be, in a menu of the browser's own. */
export type Installing = 'offered' | 'by_hand' | 'installed' | 'impossible';

let offer: Offer | null = null;
let isInstalled = typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches;
const { listen, tell } = createListeners();

/** The browser says it once, early; it is asked much later, where somebody looks for it. Nobody is asked unasked. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as Offer;
    tell();
  });
  addEventListener('appinstalled', () => {
    offer = null;
    isInstalled = true;
    tell();
  });
}

export async function install(): Promise<void> {
  const asked = offer;
  // It can be asked once.
  offer = null;
  await asked?.prompt();
  tell();
}

function read(): Installing {
  if (isInstalled) return 'installed';
  if (offer) return 'offered';
  return 'standalone' in navigator ? 'by_hand' : 'impossible';
}

export const useInstalling = () => useSyncExternalStore(listen, read);
