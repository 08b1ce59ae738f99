import type { InboxRow } from '../../storage/inboxes.ts';
import { AtOnce, type Heard } from '../../wire/inboxes.ts';

/** How news of an inbox comes just now. What is not read is not heard, whatever was written down last. */
export function showHeard({
  state,
  atOnce,
  sends,
  sendsDue,
}: Pick<InboxRow, 'state' | 'atOnce' | 'sends' | 'sendsDue'>): Heard | null {
  if (state !== 'connected') return null;
  const line = AtOnce.safeParse(atOnce).data ?? null;
  const webhook = sends === null ? null : told(sends, sendsDue ?? sends);
  return line === null && webhook === null ? null : { atOnce: line, webhook };
}

function told(sends: readonly string[], due: readonly string[]): NonNullable<Heard['webhook']> {
  if (sends.length === 0) return 'none';
  return due.every((what) => sends.includes(what)) ? 'all' : 'some';
}
