import plain from '../frame/ear.svg?url';
import marked from '../frame/ear-unread.svg?url';

/** The server counts no further than this. */
const MOST = 100;
/** As it is drawn in a small place: `99+` for all that is more. */
export const unreadWords = (unread: number) => (unread >= MOST ? `${MOST - 1}+` : String(unread));

/** Says how much is unread where the page itself is not seen: its title, its picture in the tab, the app's icon. */
export function showBadge(unread: number): void {
  const title = document.title.replace(/^\(\d+\+?\) /, '');
  document.title = unread > 0 ? `(${unreadWords(unread)}) ${title}` : title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const wanted = unread > 0 ? marked : plain;
  if (icon && !icon.href.endsWith(wanted)) icon.href = wanted;
  if (!('setAppBadge' in navigator)) return;
  // Not every browser that has it allows it, and nothing hangs on it.
  const done = unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge();
  done.catch(() => {});
}
