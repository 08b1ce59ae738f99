/// <reference lib="webworker" />
import { filesIn, isOurs, type Kept, keptHow } from './kept-how.ts';
import { type Pushed, readPush } from './read-push.ts';

/**
 * Keeps the desk's own files, so that it opens at once on a bad line and says so on none. What people wrote is never
 * kept here: a lost phone must not hold a customer's words.
 */
declare const self: ServiceWorkerGlobalScope;

const STORE = 'earshot-1';
const PAGE = '/';
/** A line that takes longer than this shows the page we have, in milliseconds. */
const PATIENCE_MS = 4_000;
/** Old versions' files go when there are more than this. */
const MOST_FILES = 300;

self.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(new Request(PAGE, { cache: 'reload' }))
      .then((page) => Promise.all([page.clone().text(), keepPage(page)]))
      .then(([page]) => keepAll(filesIn(page)))
      .catch(() => undefined)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const how = keptHow({ method: request.method, mode: request.mode, url: request.url, origin: self.location.origin });
  if (how === 'never') return;
  // What is kept is put away beside the answer, which waits for no storage.
  event.respondWith(
    answer(request, how, (work) => {
      const quiet = work.catch(() => undefined);
      try {
        event.waitUntil(quiet);
      } catch {
        // Too late to ask for time: the page was shown from what we had. It goes on while the worker lives.
      }
    }),
  );
});

/** A page that was read before there was a worker says what it is made of. */
self.addEventListener('message', (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepAll(filesIn(keep.map(String).join(' '))).catch(() => undefined));
});

/** Told while no desk is open here. What another page or an earlier telling shows already is not shown twice. */
self.addEventListener('push', (event) => {
  const notice = readPush(event.data?.text() ?? '');
  if (notice) event.waitUntil(showOnce(notice));
});

/** A notice was touched: the desk that is open comes to the front, else a new one opens. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const wanted = String((event.notification.data as { url?: unknown } | null)?.url ?? '/desk');
  if (!isOurs(wanted, self.location.origin)) return;
  const shown = show(new URL(wanted, self.location.origin).href);
  event.waitUntil(shown);
});

async function answer(request: Request, how: Kept, meanwhile: (work: Promise<unknown>) => void): Promise<Response> {
  if (how === 'for_ever') {
    const kept = await caches.match(request, { cacheName: STORE }).catch(() => undefined);
    if (kept) return kept;
    const response = await fetch(request);
    meanwhile(keep(request, response.clone()));
    return response;
  }
  const kept = caches.match(PAGE, { cacheName: STORE }).catch(() => undefined);
  const fresh = fetch(new Request(PAGE)).then(
    (page) => {
      meanwhile(keepPage(page.clone()));
      return page;
    },
    () => undefined,
  );
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return (await Promise.race([fresh, late])) ?? (await kept) ?? (await fresh) ?? Response.error();
}

async function keepPage(page: Response): Promise<void> {
  if (page.ok) await (await caches.open(STORE)).put(PAGE, page);
}

async function keepAll(files: readonly string[]): Promise<void> {
  const store = await caches.open(STORE);
  const missing: string[] = [];
  for (const file of files) if (!(await store.match(file))) missing.push(file);
  // One that is gone must not cost the others.
  await Promise.allSettled(missing.map(async (file) => keep(new Request(file), await fetch(file))));
}

async function keep(request: Request, response: Response): Promise<void> {
  if (!response.ok) return;
  const store = await caches.open(STORE);
  await store.put(request, response);
  const all = await store.keys();
  // In the order of their coming; the page itself stays.
  for (const old of all.slice(0, Math.max(0, all.length - MOST_FILES)))
    if (new URL(old.url).pathname !== PAGE) await store.delete(old);
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) if (name !== STORE) await caches.delete(name);
}

async function show(url: string): Promise<void> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // The customer's side of the practice workspace is a window too, and not the desk.
  const desks = all.filter((one) => !new URL(one.url).pathname.startsWith('/practice'));
  const open = desks.find(({ focused }) => focused) ?? desks[0];
  if (!open) return void (await self.clients.openWindow(url));
  // Told, not led: a page that is read anew would lose what somebody is in the middle of.
  open.postMessage({ open: url });
  await open.focus().catch(() => undefined);
}

async function showOnce({ title, body, tag, url }: Pushed): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // Somebody looks at the desk: it calls by itself.
  if (windows.some(({ focused, visibilityState }) => focused && visibilityState === 'visible')) return;
  const shown = await self.registration.getNotifications({ tag });
  if (shown.length > 0) return;
  await self.registration.showNotification(title, { body, tag, icon: '/icon-192.png', data: { url } });
}
