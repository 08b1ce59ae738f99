import { Clock } from 'lucide-react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { t } from '../../text/t.ts';
import { Line, Loud } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';
import { Unknown } from './unknown.tsx';

/** Something being done to a message: hiding it, liking it. */
export function OnIt({ act }: { readonly act: OutgoingAct }) {
  const what = t(`outgoing.${knownKind(act.kind)}`);
  if (act.state === 'failed')
    return (
      <Loud tone="alarm" words={t('outgoing.failed', { what })} detail={act.detail}>
        <Do act={act} verb="retry" />
        <Do act={act} verb="cancel" />
      </Loud>
    );
  if (act.state === 'unknown')
    return (
      <Unknown
        words={t('outgoing.unknown', { what })}
        detail={act.detail}
        act={act}
        looking={t('outgoing.looking', { what })}
      />
    );
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={t('outgoing.queued', { what })}>
      {act.state === 'queued' && <Do act={act} verb="cancel" />}
    </Line>
  );
}

const KINDS = [
  'like',
  'unlike',
  'repost',
  'unrepost',
  'hide',
  'unhide',
  'edit',
  'delete',
  'reply',
  'private_reply',
  'publish',
] as const;
function knownKind(kind: string): (typeof KINDS)[number] | 'other' {
  return KINDS.find((one) => one === kind) ?? 'other';
}
