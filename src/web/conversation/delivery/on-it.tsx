import { Clock } from 'lucide-react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { t, tryText } from '../../text/t.ts';
import type { Around } from '../message/message.tsx';
import { Line, Loud } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';
import { Unknown } from './unknown.tsx';

/** Something being done to a message: hiding it, liking it. */
export function OnIt({ act, around }: { readonly act: OutgoingAct; readonly around: Around }) {
  const what = tryText(`outgoing.${act.kind}`) ?? t('outgoing.other');
  if (act.state === 'failed')
    return (
      <Loud tone="alarm" words={t('outgoing.failed', { what })} detail={act.detail}>
        <Do act={act} around={around} verb="retry" />
        <Do act={act} around={around} verb="cancel" />
      </Loud>
    );
  if (act.state === 'unknown')
    return (
      <Unknown
        words={t('outgoing.unknown', { what })}
        detail={act.detail}
        act={act}
        around={around}
        looking={t('outgoing.looking', { what })}
      />
    );
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={t('outgoing.queued', { what })}>
      {act.state === 'queued' && <Do act={act} around={around} verb="cancel" />}
    </Line>
  );
}
