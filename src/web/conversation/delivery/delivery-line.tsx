import { speaks } from '../../../core/outgoing/stored.ts';
import type { Message } from '../../../wire/messages.ts';
import type { Around } from '../message/message.tsx';
import { OnIt } from './on-it.tsx';
import { OwnDelivery } from './own-delivery.tsx';

const OVER = new Set(['sent', 'cancelled']);

/** What became of what we sent: the message itself, and acts on it that are under way or went wrong. */
export function DeliveryLine({ message, around }: { readonly message: Message; readonly around: Around }) {
  const { outgoing } = around;
  const own = outgoing.find((act) => act.messageId === message.id && speaks(act.kind));
  // What speaks is a message of its own: what it answers is not what it is done to.
  const onIt = outgoing.filter(
    (act) => act.targetMessageId === message.id && !speaks(act.kind) && !OVER.has(act.state),
  );
  const isSent =
    message.direction === 'outbound' && message.delivery !== null && !message.isContext && message.deletedAt === null;
  if (!isSent && onIt.length === 0) return null;
  return (
    <div className="mt-1 grid gap-1">
      {isSent && <OwnDelivery message={message} act={own} around={around} />}
      {onIt.map((act) => (
        <OnIt key={act.id} act={act} around={around} />
      ))}
    </div>
  );
}
