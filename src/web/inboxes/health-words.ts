import type { Inbox } from '../../wire/inboxes.ts';
import { t } from '../text/t.ts';
import { agoWords, count } from '../time/words.ts';

/** The health line: last event, last call, backlog; what is nothing is left out. */
export function healthLine(health: Inbox['health'], now: number): string {
  return [
    health.lastEventAt ? t('health.lastEvent', { ago: agoWords(health.lastEventAt, now) }) : t('health.noEvent'),
    health.lastCallAt ? t('health.lastCall', { ago: agoWords(health.lastCallAt, now) }) : null,
    health.waiting > 0 ? t('health.waiting', { count: health.waiting }) : null,
    health.outgoing > 0 ? t('health.outgoing', { count: health.outgoing }) : null,
    health.count && health.count.onServer !== health.count.seen
      ? t('health.count', { seen: count(health.count.seen), server: count(health.count.onServer) })
      : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What a person should do about it; null when nothing. */
export function healthTodo(health: Inbox['health'], now: number): string | null {
  if (health.state === 'needs_login') return t('health.todo.needs_login');
  if (health.state === 'trouble') return t('health.todo.trouble');
  if (health.state === 'paused') return t('health.todo.paused');
  const left = health.tokenExpiresAt ? Date.parse(health.tokenExpiresAt) - now : null;
  if (left !== null && left < 14 * 86_400_000)
    return t('health.todo.expires', { days: Math.max(0, Math.floor(left / 86_400_000)) });
  return null;
}
