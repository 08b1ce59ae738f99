import { Trash2 } from 'lucide-react';
import type { Message } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { Attachments } from '../media/attachments.tsx';
import { MailFrame } from './mail-frame.tsx';
import { isSameSubject } from './same-subject.ts';
import { Words } from './words.tsx';

/** @param known the subject that the header tells already */
export function Said({ message, known }: { readonly message: Message; readonly known: string | null }) {
  return (
    <>
      {message.subject && !isSameSubject(message.subject, known) && <p className="font-semibold">{message.subject}</p>}
      {message.hasHtml ? (
        <MailFrame message={message} />
      ) : (
        message.text && <Words text={message.text} language={message.language} />
      )}
      {message.payload && <p className="text-s text-ink-3">{t('message.payload', { payload: message.payload })}</p>}
      <Attachments attachments={message.attachments} />
      {message.choices && <Offered choices={message.choices} />}
    </>
  );
}

/** Answers to tap that went out with it. Here they are read; they are tapped by the person. */
function Offered({ choices }: { readonly choices: readonly string[] }) {
  return (
    <ul aria-label={t('choices.label')} className="mt-2 flex flex-wrap gap-1.5">
      {choices.map((choice) => (
        <li key={choice} dir="auto" className="max-w-full rounded-full border border-edge px-2.5 text-s text-ink-2">
          {choice}
        </li>
      ))}
    </ul>
  );
}

/** What a message answers, in short. */
export function Quote({ quoted }: { readonly quoted: Message }) {
  return (
    <blockquote className="mb-1 border-s-2 border-edge ps-2 text-m text-ink-2">
      <b className="font-medium">{quoted.author.name || t('person.nameless')}</b>
      <p className="clamp-2" dir="auto">
        {quoted.deletedAt ? t('message.deleted') : quoted.text || t('row.noText')}
      </p>
    </blockquote>
  );
}

export function Tombstone({ message }: { readonly message: Message }) {
  return (
    <p className="flex items-center gap-1.5 text-m text-ink-3 italic">
      <Trash2 size={13} aria-hidden className="flex-none" />
      {message.direction === 'outbound' ? t('message.deletedOurs') : t('message.deleted')}
    </p>
  );
}
