import { useState } from 'react';
import type { Message } from '../../../wire/messages.ts';
import type { NewAct } from '../../../wire/replying.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { AreaField } from '../../parts/field.tsx';
import { type TextKey, t } from '../../text/t.ts';
import { ReasonDialog } from '../acts/no-reply-dialog.tsx';
import type { Kind } from './message-acts.tsx';

const HIDE_REASONS: readonly TextKey[] = ['hide.insult', 'hide.spam', 'hide.personal'];

interface Props {
  readonly message: Message;
  readonly onClose: () => void;
  readonly onDo: (more: Partial<NewAct>) => void;
}

/** What is asked before something is done that the world sees. */
export function AskAboutMessage({ kind, ...props }: Props & { readonly kind: Kind }) {
  if (kind === 'hide')
    return (
      <ReasonDialog
        isOpen
        onClose={props.onClose}
        onReason={(reason) => props.onDo({ reason })}
        title={t('hide.title')}
        about={t('hide.about')}
        submit={t('messageAct.hide')}
        usual={HIDE_REASONS}
      />
    );
  if (kind === 'quote') return <QuoteDialog {...props} />;
  return kind === 'edit' ? <EditDialog {...props} /> : <DeleteDialog {...props} />;
}

function DeleteDialog({ message, onClose, onDo }: Props) {
  return (
    <Dialog isOpen onClose={onClose} title={t('delete.title')} about={t('delete.about')}>
      <p className="said border-s-2 border-line ps-3 text-ink-2">{message.text}</p>
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="alarm" onClick={() => onDo({})}>
          {t('delete.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

function QuoteDialog({ message, onClose, onDo }: Props) {
  const [text, setText] = useState('');
  return (
    <Dialog isOpen onClose={onClose} title={t('quote.title')} about={t('quote.about')} isWide>
      <AreaField label={t('quote.label')} value={text} rows={4} onChange={(event) => setText(event.target.value)} />
      <p className="said mt-3 border-s-2 border-line ps-3 text-ink-2">{message.text}</p>
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={text.trim() === ''} onClick={() => onDo({ text })}>
          {t('quote.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

function EditDialog({ message, onClose, onDo }: Props) {
  const [text, setText] = useState(message.text);
  const isSame = text.trim() === '' || text === message.text;
  return (
    <Dialog isOpen onClose={onClose} title={t('edit.title')} about={t('edit.about')} isWide>
      <AreaField label={t('edit.label')} value={text} rows={6} onChange={(event) => setText(event.target.value)} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={isSame} onClick={() => onDo({ text })}>
          {t('edit.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
