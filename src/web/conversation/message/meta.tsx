import { EyeOff, Globe, Lock } from 'lucide-react';
import type { Message } from '../../../wire/messages.ts';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { clockWords, fullWords } from '../../time/words.ts';
import { Edited } from './edited.tsx';
import { OnNetwork } from './on-network.tsx';

/** Who, where and when; and what a reader must know of it before reading. */
export function Meta({ message }: { readonly message: Message }) {
  const kind = message.isContext
    ? t('message.alsoHere')
    : message.direction === 'note'
      ? t('message.note')
      : message.direction === 'outbound' && message.author.kind !== 'agent' && !message.automatic
        ? t('message.inApp')
        : null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <b className={`font-semibold [overflow-wrap:anywhere] ${message.isContext ? 'text-ink-2' : ''}`}>
        {message.author.name || t('person.nameless')}
      </b>
      <span className="flex items-center gap-1.5 text-ink-3">
        <Reach message={message} />
        {kind && <span>{kind} ·</span>}
        <time dateTime={message.sentAt} title={fullWords(message.sentAt)} className="num">
          {clockWords(message.sentAt)}
        </time>
        <OnNetwork
          permalink={message.permalink}
          size={12}
          className="opacity-0 group-focus-within/msg:opacity-100 group-hover/msg:opacity-100 [@media(hover:none)]:-m-3.5 [@media(hover:none)]:p-3.5 [@media(hover:none)]:opacity-100"
        />
      </span>
      {message.automatic && <Chip>{t('message.automatic')}</Chip>}
      {message.hiddenAt && (
        <Chip tone="warn" title={fullWords(message.hiddenAt)}>
          <EyeOff size={11} aria-hidden /> {t('message.hidden')}
        </Chip>
      )}
      {message.rating && <Chip tone={message.rating.isPositive ? 'accent' : 'alarm'}>{message.rating.label}</Chip>}
      {message.editedAt && !message.deletedAt && <Edited message={message} />}
    </div>
  );
}

/** Who can read it, before anything else is told. A bystander is in public always. */
function Reach({ message }: { readonly message: Message }) {
  if (message.direction === 'note' || message.isContext) return null;
  const isPublic = message.reach !== 'owned_private';
  const words = isPublic ? t('message.publicly') : t('message.privately');
  const Icon = isPublic ? Globe : Lock;
  return (
    <span title={words} className={`self-center ${isPublic ? 'text-public' : ''}`}>
      <Icon size={12} role="img" aria-label={words} />
    </span>
  );
}
