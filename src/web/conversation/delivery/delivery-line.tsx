import type { Message } from '../../../wire/messages.ts';
import type { Around } from '../message/message.tsx';
import { OnIt } from './on-it.tsx';
import { OwnDelivery } from './own-delivery.tsx';

/** Acts that are a message of their own; what they answer is not what they are done to. */
const SAYS = new Set(['reply', 'private_reply', 'publish']);
const OVER = new Set(['sent', 'cancelled']);

/** What became of what we sent: the message itself, and acts on it that are under way or went wrong. */
export function DeliveryLine({ message, around }: { readonly message: Message; readonly around: Around }) {
  const { outgoing } = around;
  const own = outgoing.find((act) => act.messageId === message.id && SAYS.has(act.kind));
  const onIt = outgoing.filter(
    (act) => act.targetMessageId === message.id && !SAYS.has(act.kind) && !OVER.has(act.state),
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
