import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { inWords } from './call.ts';

/** Long enough to see it, short enough not to be in the way. */
const OFFERED_MS = 10_000;

interface Offer {
  readonly run: () => Promise<unknown>;
  readonly until: number;
}
interface How {
  readonly forMs?: number;
  /** What was done says so itself, with a button: only the key is offered here. */
  readonly isShownThere?: boolean;
}
let latest: Offer | null = null;

/**
 * Says what was done, with a way to take it back for ten seconds: by the button, or by `z` for the latest of them.
 * @param undo rejects with words when it cannot be taken back
 */
export function offerUndo(title: string, undo: () => Promise<unknown>, detail?: string, how: How = {}): void {
  const { forMs = OFFERED_MS } = how;
  const offer = { run: undo, until: Date.now() + forMs };
  latest = offer;
  if (how.isShownThere) return;
  say({
    title,
    ...(detail === undefined ? {} : { detail }),
    forMs,
    act: { label: t('undo.do'), shortcut: 'z', run: () => void take(offer) },
  });
}

/** Takes back the latest that was offered; false when there is nothing to take back (any more). */
export function undoLatest(): boolean {
  if (latest === null || Date.now() > latest.until) return false;
  void take(latest);
  return true;
}

async function take(offer: Offer): Promise<void> {
  if (latest === offer) latest = null;
  try {
    await offer.run();
    say({ title: t('undo.done') });
  } catch (error) {
    say({ title: inWords(error), isBad: true });
  }
}
