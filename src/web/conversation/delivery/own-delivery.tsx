import { Check, CheckCheck, CircleAlert, LoaderCircle } from 'lucide-react';
import type { Message } from '../../../wire/messages.ts';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { t } from '../../text/t.ts';
import type { Around } from '../message/message.tsx';
import { Line, Loud } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';
import { Queued } from './queued.tsx';
import { Unknown } from './unknown.tsx';

export function OwnDelivery({
  message,
  act,
  around,
}: {
  readonly message: Message;
  readonly act: OutgoingAct | undefined;
  readonly around: Around;
}) {
  const detail = message.deliveryDetail ?? act?.detail ?? null;
  switch (message.delivery) {
    case 'queued':
      return <Queued act={act} around={around} />;
    case 'sending':
      return (
        <Line
          icon={<LoaderCircle size={12} aria-hidden className="animate-spin motion-reduce:animate-none" />}
          words={t('delivery.sending')}
        />
      );
    case 'sent':
      return <Line icon={<Check size={12} aria-hidden />} words={t('delivery.sent')} />;
    case 'delivered':
      return <Line icon={<CheckCheck size={12} aria-hidden />} words={t('delivery.delivered')} />;
    case 'read':
      return <Line icon={<CheckCheck size={12} aria-hidden className="text-accent" />} words={t('delivery.read')} />;
    case 'cancelled':
      return <Line icon={<CircleAlert size={12} aria-hidden />} words={t('delivery.cancelled')} />;
    case 'failed':
      if (act?.isHeldBack)
        return (
          <Loud tone="warn" words={t('held.title')} detail={detail}>
            <Do act={act} around={around} verb="retry" words={t('held.sendAnyway')} />
            <Do act={act} around={around} verb="cancel" words={t('delivery.do.takeBack')} />
          </Loud>
        );
      return (
        <Loud tone="alarm" words={t('delivery.failed')} detail={detail}>
          {act && <Do act={act} around={around} verb="retry" />}
          {act && <Do act={act} around={around} verb="cancel" />}
        </Loud>
      );
    case 'unknown':
      return (
        <Unknown
          words={t('delivery.unknown')}
          detail={detail}
          act={act}
          around={around}
          looking={t('delivery.looking')}
        />
      );
    case null:
      return null;
  }
}
