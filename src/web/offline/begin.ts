/** In milliseconds since the epoch: when the page was last read afresh because a part of it was gone. */
const READ_AFRESH = 'earshot.read-afresh';

/** Makes the desk open on a bad line and be installable, and lets it survive an upgrade of the server. */
export function beginOffline(): void {
  // A part that an upgrade took away while this page was open: the new page knows the new name. Once, not for ever.
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(READ_AFRESH) ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(READ_AFRESH, String(Date.now()));
    location.reload();
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After everything that the first look needs.
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
