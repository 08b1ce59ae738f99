import type { Inbox } from '../../wire/inboxes.ts';
import { t } from '../text/t.ts';

/** How an inbox is doing, by shape as well as by colour: full is well, hollow is not, a bar is paused. */
export function HealthDot({ health }: { readonly health: Inbox['health'] }) {
  const words = t(`health.${health.state}`);
  const look = {
    connected: 'size-[7px] rounded-full bg-accent',
    trouble: 'size-2 rounded-full border-2 border-warn',
    needs_login: 'size-2 rotate-45 bg-alarm',
    paused: 'h-[3px] w-2 rounded-full bg-ink-3',
  }[health.state];
  return <span role="img" aria-label={words} title={health.detail ?? words} className={`flex-none ${look}`} />;
}
