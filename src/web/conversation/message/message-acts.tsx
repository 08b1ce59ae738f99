import { useQueryClient } from '@tanstack/react-query';
import { Copy, Eye, EyeOff, Link2, Pencil, Quote, Repeat2, ThumbsUp, Trash2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Message } from '../../../wire/messages.ts';
import type { NewAct } from '../../../wire/replying.ts';
import { actOn } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useMayAskFor } from '../acts/use-rights.ts';
import { copy, linkTo } from './copy.ts';
import type { Around } from './message.tsx';

const AskAboutMessage = lazy(() =>
  import('./ask-about-message.tsx').then((part) => ({ default: part.AskAboutMessage })),
);

export type Kind = NewAct['kind'];
const KINDS: readonly Kind[] = ['like', 'unlike', 'repost', 'unrepost', 'quote', 'hide', 'unhide', 'edit', 'delete'];
const ASKED: readonly Kind[] = ['quote', 'hide', 'edit', 'delete'];
const ICONS: Record<Kind, ReactNode> = {
  like: <ThumbsUp size={13} aria-hidden />,
  unlike: <ThumbsUp size={13} aria-hidden className="fill-current" />,
  repost: <Repeat2 size={14} aria-hidden />,
  unrepost: <Repeat2 size={14} aria-hidden className="text-accent" />,
  quote: <Quote size={13} aria-hidden />,
  hide: <EyeOff size={13} aria-hidden />,
  unhide: <Eye size={13} aria-hidden />,
  edit: <Pencil size={13} aria-hidden />,
  delete: <Trash2 size={13} aria-hidden />,
};

/** What may be done with one message; the server says what its network allows. Quiet until the message is looked at. */
export function MessageActs({ message, around }: { readonly message: Message; readonly around: Around }) {
  const client = useQueryClient();
  const may = useMayAskFor(around.inboxId);
  const [asking, setAsking] = useState<Kind | null>(null);
  const allowed = message.deletedAt !== null ? [] : KINDS.filter((kind) => message.acts.includes(kind) && may(kind));
  async function act(kind: Kind, more: Partial<NewAct> = {}) {
    setAsking(null);
    try {
      await actOn(message.id, { id: newId(), kind, ...more });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      void client.invalidateQueries({ queryKey: ['conversation', around.conversationId] });
    }
  }
  return (
    <div className="absolute end-0 -top-1.5 flex items-center gap-0.5 rounded-small bg-raised p-0.5 opacity-0 shadow-lift transition-opacity group-focus-within/msg:opacity-100 group-hover/msg:opacity-100 [@media(hover:none)]:sr-only [@media(hover:none)]:group-focus-within/msg:not-sr-only [@media(hover:none)]:group-focus-within/msg:-ms-2 [@media(hover:none)]:group-focus-within/msg:flex-wrap [@media(hover:none)]:group-focus-within/msg:shadow-none">
      {allowed.map((kind) => (
        <Tool
          key={kind}
          label={t(`messageAct.${kind}`)}
          icon={ICONS[kind]}
          isNamed
          onUse={() => (ASKED.includes(kind) ? setAsking(kind) : void act(kind))}
        />
      ))}
      {message.text !== '' && message.deletedAt === null && (
        <Tool
          label={t('messageAct.copy')}
          icon={<Copy size={13} aria-hidden />}
          onUse={() => void copy(message.text, t('messageAct.copied'))}
        />
      )}
      {!message.isContext && (
        <Tool
          label={t('messageAct.link')}
          icon={<Link2 size={14} aria-hidden />}
          onUse={() => void copy(linkTo(around.conversationId, message.id), t('messageAct.linked'))}
        />
      )}
      {asking && (
        <Suspense>
          <AskAboutMessage
            message={message}
            kind={asking}
            onClose={() => setAsking(null)}
            onDo={(more) => void act(asking, more)}
          />
        </Suspense>
      )}
    </div>
  );
}

function Tool({
  label,
  icon,
  isNamed,
  onUse,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isNamed?: boolean;
  readonly onUse: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onUse}
      {...(isNamed ? {} : { 'aria-label': label, title: label })}
      className="inline-flex h-6 min-w-6 items-center justify-center gap-1 rounded-small px-1.5 text-s text-ink-3 hover:bg-sunken hover:text-ink [@media(hover:none)]:h-10 [@media(hover:none)]:min-w-10"
    >
      {icon}
      {isNamed && label}
    </button>
  );
}
