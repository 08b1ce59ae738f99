import type { ChannelEvent, DeliveryEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import type { Status } from './element.ts';
import { ignored } from './envelope.ts';
import { judge } from './errors.ts';

/** Played is what a voice message becomes when it is listened to. */
const BECAME: Readonly<Record<string, DeliveryEvent['status']>> = {
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/**
 * What became of something we sent. It may come before our call was answered, or when the answer was lost: our mark
 * in it says which of ours it is.
 */
export function readStatus(status: Status, accountId: string): ChannelEvent[] {
  const account = accountId as ExternalAccountId;
  const id = status.id as ExternalMessageId;
  const { timestamp: at, biz_opaque_callback_data: mark } = status;
  const sent: ChannelEvent[] = mark ? [{ kind: 'sent', account, id, mark, at }] : [];
  if (status.status === 'sent') return mark ? sent : [ignored('WhatsApp took what we sent, as its answer had said')];
  const became = Object.hasOwn(BECAME, status.status) ? BECAME[status.status] : undefined;
  if (!became) return [...sent, ignored(`a status "${status.status.slice(0, 60)}" that we do not know`)];
  const delivery: DeliveryEvent = {
    kind: 'delivery',
    account,
    ids: [id],
    status: became,
    ...(became === 'failed' ? { detail: whyIn(status) } : {}),
    at,
  };
  return [...sent, delivery];
}

function whyIn({ errors }: Status): string {
  const [problem] = errors ?? [];
  if (!problem) return 'WhatsApp did not deliver it, and does not say why.';
  const message = problem.message ?? problem.title ?? '';
  const details = problem.error_data?.details;
  return judge({ code: problem.code, subcode: undefined, message, details, waitMs: undefined }).detail;
}
