import { lazy, memo, Suspense } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { t } from '../../text/t.ts';
import { SelectBox, useSelecting } from '../acts/selecting.tsx';
import { DeliveryLine } from '../delivery/delivery-line.tsx';
import { MessageActs } from './message-acts.tsx';
import { Meta } from './meta.tsx';
import { Reactions } from './reactions.tsx';
import { Quote, Said, Tombstone } from './said.tsx';

/** Nobody needs them to read what was said. */
const Labels = lazy(() => import('./labels.tsx').then((part) => ({ default: part.Labels })));

/** What a message needs to know of its conversation. */
export interface Around {
  readonly conversationId: string;
  readonly inboxId: string;
  readonly subject: string | null;
  readonly outgoing: ConversationDetail['outgoing'];
  readonly find: (id: string) => Message | undefined;
}

/** One thing said. A note, our answer in public, our answer in private, the person's words and a bystander's: five voices. */
export const MessageView = memo(function MessageView({
  message,
  around,
  isSought = false,
}: {
  readonly message: Message;
  readonly around: Around;
  /** Somebody came here for this one. */
  readonly isSought?: boolean;
}) {
  const isSelecting = useSelecting((selecting) => selecting !== null) && !message.isContext;
  const tone = message.direction === 'note' ? 'note' : message.direction === 'outbound' ? 'ours' : 'theirs';
  const quoted = message.quotesId === null ? undefined : around.find(message.quotesId);
  return (
    <article
      aria-label={t('message.label', { name: message.author.name || t('person.nameless') })}
      // A touch brings out what can be done with it; a pointer that hovers needs none.
      tabIndex={-1}
      data-direction={message.direction}
      data-reach={message.reach}
      className={`group/msg relative grid gap-3 outline-none ${isSelecting ? 'grid-cols-[20px_32px_minmax(0,1fr)]' : 'grid-cols-[32px_minmax(0,1fr)]'} ${message.isContext ? 'ms-11 max-phone:ms-4' : ''} ${isSought ? 'sought' : ''}`}
    >
      {isSelecting && <SelectBox message={message} />}
      <Avatar
        name={message.author.name}
        url={message.author.avatarUrl}
        tone={tone}
        size={message.isContext ? 26 : 32}
      />
      <div className="min-w-0">
        <Meta message={message} />
        <div className={bodyClass(message)}>
          {quoted && <Quote quoted={quoted} />}
          {message.deletedAt ? <Tombstone message={message} /> : <Said message={message} known={around.subject} />}
        </div>
        {message.direction === 'inbound' && message.understood && !message.isContext && !message.deletedAt && (
          <Suspense fallback={<div className="mt-0.5 h-[22px]" />}>
            <Labels message={message} understood={message.understood} around={around} />
          </Suspense>
        )}
        <Reactions reactions={message.reactions} />
        <DeliveryLine message={message} around={around} />
        {!isSelecting && <MessageActs message={message} around={around} />}
      </div>
    </article>
  );
});

function bodyClass(message: Message): string {
  const hidden = message.hiddenAt ? 'border-s-2 border-warn ps-3 opacity-75' : '';
  if (message.isContext) return `mt-0.5 text-m text-ink-2 ${hidden}`;
  if (message.direction === 'note') return 'mt-1 rounded-medium bg-note-soft px-3 py-2 text-l';
  if (message.direction === 'inbound') return `mt-0.5 text-l ${hidden}`;
  const isPublic = message.reach !== 'owned_private';
  return `mt-1 rounded-medium px-3 py-2 text-l ${isPublic ? 'bg-public-soft' : 'bg-private-soft'} ${hidden}`;
}
