import { useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff, Pencil, Repeat2, ThumbsUp, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Message, NewAct } from '../../wire/conversations.ts';
import { actOn } from '../api/acts.ts';
import { inWords } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { AreaField } from '../parts/field.tsx';
import { say } from '../parts/toasts.tsx';
import { type TextKey, t } from '../text/t.ts';
import { ReasonDialog } from './no-reply-dialog.tsx';

type Kind = NewAct['kind'];
const KINDS: readonly Kind[] = ['like', 'unlike', 'repost', 'unrepost', 'hide', 'unhide', 'edit', 'delete'];
const HIDE_REASONS: readonly TextKey[] = ['hide.insult', 'hide.spam', 'hide.personal'];
const ICONS: Record<Kind, ReactNode> = {
  like: <ThumbsUp size={13} aria-hidden />,
  unlike: <ThumbsUp size={13} aria-hidden className="fill-current" />,
  repost: <Repeat2 size={14} aria-hidden />,
  unrepost: <Repeat2 size={14} aria-hidden className="text-accent" />,
  hide: <EyeOff size={13} aria-hidden />,
  unhide: <Eye size={13} aria-hidden />,
  edit: <Pencil size={13} aria-hidden />,
  delete: <Trash2 size={13} aria-hidden />,
};

/** What may be done with one message on its network; the server says which. Quiet until the message is looked at. */
export function MessageActs({ message }: { readonly message: Message }) {
  const client = useQueryClient();
  const may = useMay();
  const [asking, setAsking] = useState<Kind | null>(null);
  const allowed = KINDS.filter((kind) => message.acts.includes(kind)).filter((kind) =>
    kind === 'hide' || kind === 'unhide'
      ? may('messages.hide')
      : kind === 'delete'
        ? may('messages.delete')
        : may('messages.send'),
  );
  if (allowed.length === 0) return null;
  async function act(kind: Kind, more: Partial<NewAct> = {}) {
    setAsking(null);
    try {
      await actOn(message.id, { id: newId(), kind, ...more });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      void client.invalidateQueries({ queryKey: ['conversation'] });
    }
  }
  return (
    <div className="absolute -top-1.5 right-0 flex items-center gap-0.5 rounded-s bg-raised p-0.5 opacity-0 shadow-lift transition-opacity group-focus-within/msg:opacity-100 group-hover/msg:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:mt-1 [@media(hover:none)]:-ml-1.5 [@media(hover:none)]:opacity-100 [@media(hover:none)]:shadow-none">
      {allowed.map((kind) => (
        <button
          key={kind}
          type="button"
          onClick={() => (['hide', 'edit', 'delete'].includes(kind) ? setAsking(kind) : void act(kind))}
          className="inline-flex h-6 items-center gap-1 rounded-s px-1.5 text-s text-ink-3 hover:bg-sunken hover:text-ink"
        >
          {ICONS[kind]}
          {t(`messageAct.${kind}`)}
        </button>
      ))}
      <ReasonDialog
        isOpen={asking === 'hide'}
        onClose={() => setAsking(null)}
        onReason={(reason) => void act('hide', { reason })}
        title={t('hide.title')}
        about={t('hide.about')}
        submit={t('messageAct.hide')}
        usual={HIDE_REASONS}
      />
      {asking === 'edit' && (
        <EditDialog message={message} onClose={() => setAsking(null)} onText={(text) => void act('edit', { text })} />
      )}
      <Dialog
        isOpen={asking === 'delete'}
        onClose={() => setAsking(null)}
        title={t('delete.title')}
        about={t('delete.about')}
      >
        <p className="said border-l-2 border-line pl-3 text-ink-2">{message.text}</p>
        <DialogActs>
          <Button onClick={() => setAsking(null)}>{t('dialog.cancel')}</Button>
          <Button look="alarm" onClick={() => void act('delete')}>
            {t('delete.submit')}
          </Button>
        </DialogActs>
      </Dialog>
    </div>
  );
}

function EditDialog({
  message,
  onClose,
  onText,
}: {
  readonly message: Message;
  readonly onClose: () => void;
  readonly onText: (text: string) => void;
}) {
  const [text, setText] = useState(message.text);
  const isSame = text.trim() === '' || text === message.text;
  return (
    <Dialog isOpen onClose={onClose} title={t('edit.title')} about={t('edit.about')} isWide>
      <AreaField label={t('edit.label')} value={text} rows={6} onChange={(event) => setText(event.target.value)} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={isSame} onClick={() => onText(text)}>
          {t('edit.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
