import plain from '../frame/ear.svg?url';
import marked from '../frame/ear-unread.svg?url';

/** Says how much is unread where the page itself is not seen: its title, its picture in the tab, the app's icon. */
export function showBadge(unread: number): void {
  const title = document.title.replace(/^\(\d+\+?\) /, '');
  document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${title}` : title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const wanted = unread > 0 ? marked : plain;
  if (icon && !icon.href.endsWith(wanted)) icon.href = wanted;
  if (!('setAppBadge' in navigator)) return;
  // Not every browser that has it allows it, and nothing hangs on it.
  const done = unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge();
  done.catch(() => {});
}
