import type { NotificationKind } from './kinds.ts';

export interface Notice {
  readonly kind: NotificationKind;
  readonly actorName: string | null;
  readonly contactName: string | null;
  readonly inboxName: string | null;
  readonly text: string;
}

/** What is not a customer's: it may be told over wires that are not ours. */
const HOUSE_WORDS: readonly NotificationKind[] = ['inbox_alert', 'webhook_off', 'spike'];

/**
 * A notice for where the desk's own catalogue does not reach: a push, a mail.
 * @param isOpen whether names and words of customers may stand in it
 */
export function noticeInWords(notice: Notice, isOpen: boolean): { readonly title: string; readonly text: string } {
  const { kind, text } = notice;
  const actor = notice.actorName || 'Somebody';
  const person = isOpen && notice.contactName ? notice.contactName : null;
  const about = person ? `: ${person}` : '';
  const titles: Readonly<Record<NotificationKind, string>> = {
    mention: `${actor} mentioned you`,
    assigned: notice.actorName
      ? `${actor} gave you ${person ?? 'a conversation'}`
      : `You have ${person ?? 'a conversation'} now`,
    passed_on: `Passed on to a colleague${about}`,
    new_message: `${person ?? 'A customer'} wrote`,
    waiting: `${person ?? 'Somebody new'} waits`,
    task: `A task is due${about}`,
    clock_warned: `An SLA clock runs out soon${about}`,
    clock_breached: `An SLA clock has run out${about}`,
    promise_due: `A promise falls due${about}`,
    opened_and_left: `Opened and left${about}`,
    send_failed: `An answer was not sent${about}`,
    inbox_alert: `Something is wrong with ${notice.inboxName || 'an inbox'}`,
    webhook_off: 'A webhook was switched off',
    spike: 'Far more is said than usual',
  };
  return { title: titles[kind], text: isOpen || HOUSE_WORDS.includes(kind) ? text : '' };
}

/** Where a notice leads, below the address of the desk. */
export function placeOf(notice: {
  readonly kind: NotificationKind;
  readonly conversationId: string | null;
  readonly inboxId: string | null;
  readonly spike?: string | null;
}): string {
  if (notice.conversationId) return `/desk/${notice.conversationId}`;
  if (notice.kind === 'spike') {
    const spike = readSpike(notice.spike ?? null);
    return spike ? `/listen?board=${spike.boardId}&show=picture&spike=${spike.id}` : '/listen';
  }
  if (notice.kind === 'webhook_off') return '/settings/webhooks';
  return notice.inboxId ? `/inboxes/${notice.inboxId}` : '/desk';
}

/** What `spike:<board>:<spike>` names. */
export function readSpike(about: string | null): { readonly boardId: string; readonly id: string } | null {
  const [kind, boardId, id] = about?.split(':') ?? [];
  return kind === 'spike' && boardId && id ? { boardId, id } : null;
}
