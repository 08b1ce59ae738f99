import type { z } from 'zod';
import type { PushList } from '../../wire/notifications.ts';
import { call } from '../api/call.ts';

export type Browsers = z.infer<typeof PushList>;

/** Whether this browser can be told while no desk is open in it. */
export const canBePushed = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

export const readBrowsers = (signal?: AbortSignal) => call<Browsers>('GET', '/api/me/push', undefined, signal);

/** What this browser itself knows; null: it is told nothing. */
export async function mySubscription(): Promise<PushSubscription | null> {
  if (!canBePushed()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** Asks the browser's push service for an address, and tells the server. The browser has been asked before. */
export async function subscribe(browser: string): Promise<void> {
  const [{ publicKey }, worker] = await Promise.all([readBrowsers(), navigator.serviceWorker.getRegistration()]);
  if (!worker) throw new Error('no worker');
  const known = await worker.pushManager.getSubscription();
  // An address that was given for other keys is of no use.
  if (known && keyOf(known) !== publicKey) await known.unsubscribe();
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = made.toJSON();
  await call('POST', '/api/me/push', { endpoint, p256dh: keys?.p256dh, auth: keys?.auth, browser });
}

/** The server first: without it nothing comes, whatever the browser still holds. */
export async function unsubscribe(): Promise<void> {
  const mine = await mySubscription();
  if (!mine) return;
  await call('POST', '/api/me/push/remove', { endpoint: mine.endpoint });
  await mine.unsubscribe();
}

function keyOf({ options: { applicationServerKey: key } }: PushSubscription): string {
  if (!key) return '';
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
