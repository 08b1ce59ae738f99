import { ExternalLink, EyeOff, Lock, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import type { ConversationDetail, Message } from '../../wire/conversations.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Chip } from '../parts/chip.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { Attachments } from './attachments.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { MailFrame } from './mail-frame.tsx';
import { MessageActs } from './message-acts.tsx';
import { Reactions } from './reactions.tsx';

/** One thing said. A note, our answer, the person's words and a bystander's are four voices. */
export const MessageView = memo(function MessageView({
  message,
  whole,
}: {
  readonly message: Message;
  readonly whole: ConversationDetail;
}) {
  const isNote = message.direction === 'note';
  const tone = isNote ? 'note' : message.direction === 'outbound' ? 'ours' : 'theirs';
  return (
    <article
      aria-label={t('message.label', { name: message.author.name })}
      data-direction={message.direction}
      className={`group/msg relative grid grid-cols-[32px_minmax(0,1fr)] gap-3 ${message.isContext ? 'ml-11 max-phone:ml-4' : ''}`}
    >
      <Avatar
        name={message.author.name}
        url={message.author.avatarUrl}
        tone={tone}
        size={message.isContext ? 26 : 32}
      />
      <div className="min-w-0">
        <Meta message={message} whole={whole} />
        <div
          className={
            isNote
              ? 'mt-1 rounded-m bg-note-soft px-3 py-2 text-l'
              : `mt-0.5 text-l ${message.isContext ? 'text-ink-2' : ''} ${message.hiddenAt ? 'border-l-2 border-line pl-3 text-ink-2' : ''}`
          }
        >
          <Quote message={message} whole={whole} />
          {message.deletedAt ? (
            <Tombstone message={message} />
          ) : (
            <Said message={message} known={whole.conversation.subject} />
          )}
        </div>
        <Reactions reactions={message.reactions} />
        <DeliveryLine message={message} outgoing={whole.outgoing} />
        {!message.deletedAt && message.acts.length > 0 && <MessageActs message={message} />}
      </div>
    </article>
  );
});

function Meta({ message, whole }: { readonly message: Message; readonly whole: ConversationDetail }) {
  const now = useNow();
  const kind = message.isContext
    ? t('message.alsoHere')
    : message.direction === 'note'
      ? t('message.note')
      : message.reach === 'owned_private' && whole.conversation.reach !== 'owned_private'
        ? t('message.privately')
        : null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <b className={`font-semibold ${message.isContext ? 'text-ink-2' : ''}`}>
        {message.author.name || t('person.nameless')}
      </b>
      <span className="flex items-center gap-1 text-ink-3">
        {message.direction !== 'note' &&
          message.reach === 'owned_private' &&
          whole.conversation.reach !== 'owned_private' && <Lock size={11} aria-hidden />}
        {kind && <span>{kind} ·</span>}
        <time dateTime={message.sentAt} title={fullWords(message.sentAt)} className="num">
          {momentWords(message.sentAt, now)}
        </time>
        {message.permalink && (
          <a
            href={message.permalink}
            target="_blank"
            rel="noopener noreferrer nofollow"
            aria-label={t('message.open')}
            title={t('message.open')}
            className="opacity-0 group-focus-within/msg:opacity-100 group-hover/msg:opacity-100 hover:text-ink max-phone:opacity-100"
          >
            <ExternalLink size={12} aria-hidden />
          </a>
        )}
      </span>
      {message.automatic && <Chip>{t('message.automatic')}</Chip>}
      {message.hiddenAt && (
        <Chip tone="warn">
          <EyeOff size={11} aria-hidden /> {t('message.hidden')}
        </Chip>
      )}
      {message.rating && <Chip tone={message.rating.isPositive ? 'accent' : 'alarm'}>{message.rating.label}</Chip>}
      {message.editedAt && !message.deletedAt && <Edited message={message} />}
    </div>
  );
}

/** @param known the subject that the header tells already */
function Said({ message, known }: { readonly message: Message; readonly known: string | null }) {
  return (
    <>
      {message.subject && message.subject !== known && <p className="font-semibold">{message.subject}</p>}
      {message.hasHtml ? (
        <MailFrame message={message} />
      ) : (
        message.text && (
          <p className="said" lang={message.language ?? undefined} dir="auto">
            {message.text}
          </p>
        )
      )}
      {message.payload && <p className="text-s text-ink-3">{t('message.payload', { payload: message.payload })}</p>}
      <Attachments attachments={message.attachments} />
    </>
  );
}

function Quote({ message, whole }: { readonly message: Message; readonly whole: ConversationDetail }) {
  const quoted = message.quotesId ? whole.messages.find((one) => one.id === message.quotesId) : undefined;
  if (!quoted) return null;
  return (
    <blockquote className="mb-1 border-l-2 border-edge pl-2 text-m text-ink-2">
      <b className="font-medium">{quoted.author.name}</b>
      <p className="clamp-2">{quoted.deletedAt ? t('message.deleted') : quoted.text}</p>
    </blockquote>
  );
}

function Tombstone({ message }: { readonly message: Message }) {
  return (
    <p className="flex items-center gap-1.5 text-m text-ink-3 italic">
      <Trash2 size={13} aria-hidden />
      {message.direction === 'outbound' ? t('message.deletedOurs') : t('message.deleted')}
    </p>
  );
}

/** What it said before: a promise taken back must not vanish. */
function Edited({ message }: { readonly message: Message }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  if (message.versions.length === 0) return <span className="text-s text-ink-3">{t('message.edited')}</span>;
  return (
    <span className="contents">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex items-center gap-1 self-center rounded-s text-s text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink"
      >
        <Pencil size={11} aria-hidden />
        {t('message.editedTimes', { count: message.versions.length })}
      </button>
      {isOpen && (
        <ol className="order-last grid w-full gap-1 border-l-2 border-line py-1 pl-3 text-ink-2">
          {message.versions.map((version) => (
            <li key={version.replacedAt}>
              <span className="text-s text-ink-3">
                {t('message.until', { at: momentWords(version.replacedAt, now) })}
              </span>
              <p className="said">{version.text}</p>
            </li>
          ))}
        </ol>
      )}
    </span>
  );
}
