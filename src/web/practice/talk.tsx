import { Paperclip, Send, ThumbsUp } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { SeenThread } from '../../wire/practice.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { PhoneBar } from './phone.tsx';
import { ReachBadge } from './reach-badge.tsx';
import { useSay } from './use-say.ts';

/** One thread as the customer sees it, with a line to write in. */
export function Talk({
  person,
  thread,
  onBack,
}: {
  readonly person: string;
  readonly thread: SeenThread;
  readonly onBack: () => void;
}) {
  const { sayAs, isBusy, failure } = useSay(person);
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const count = thread.messages.length;
  useLayoutEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const said = text.trim();
    if (said === '' || isBusy) return;
    const answered = thread.messages.findLast((message) => message.by !== 'me' && !message.isDeleted);
    const done = await sayAs({
      channel: thread.channel,
      place: thread.place.id,
      text: said,
      ...(answered ? { inReplyTo: answered.id } : {}),
    });
    if (done) setText('');
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) void submit();
  }
  return (
    <>
      <PhoneBar title={thread.title || thread.place.label} onBack={onBack} />
      <div className="min-h-0 flex-1 overflow-auto px-4 py-3" role="log" aria-label={t('practice.thread')}>
        <p className="mb-3 text-center">
          <ReachBadge isPublic={thread.place.isPublic} />
        </p>
        <ol className="grid gap-2">
          {thread.messages.map((message) => (
            <Bubble key={message.id} message={message} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      {failure && (
        <p role="alert" className="flex-none bg-alarm-soft px-4 py-1.5 text-alarm">
          {failure}
        </p>
      )}
      <form
        onSubmit={(event) => void submit(event)}
        className="flex flex-none items-end gap-2 border-t border-line p-3"
      >
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          rows={1}
          dir="auto"
          aria-label={t(thread.place.isPublic ? 'practice.sayPublic' : 'practice.sayPrivate')}
          placeholder={t(thread.place.isPublic ? 'practice.sayPublic' : 'practice.sayPrivate')}
          className="field-sizing-content max-h-32 min-h-9 min-w-0 flex-1 resize-none rounded-[18px] bg-sunken px-4 py-2 text-l max-phone:text-[16px]"
        />
        <button
          type="submit"
          disabled={text.trim() === '' || isBusy}
          aria-label={t('practice.send')}
          className="customer-mine grid size-9 flex-none place-items-center rounded-full disabled:opacity-40"
        >
          <Send size={16} aria-hidden />
        </button>
      </form>
    </>
  );
}

function Bubble({ message }: { readonly message: SeenThread['messages'][number] }) {
  const now = useNow();
  const isMine = message.by === 'me';
  return (
    <li data-by={message.by} className={`rise max-w-[84%] ${isMine ? 'justify-self-end' : 'justify-self-start'}`}>
      {!isMine && (
        <p className={`px-3 text-s ${message.by === 'company' ? 'font-semibold text-accent' : 'text-ink-3'}`}>
          {message.name}
        </p>
      )}
      {(message.text !== '' || message.isDeleted || !message.files) && (
        <p
          dir="auto"
          className={`said rounded-[18px] px-3.5 py-2 text-l ${isMine ? 'customer-mine' : 'customer-theirs'} ${message.isDeleted || message.isHidden ? 'italic opacity-60' : ''}`}
        >
          {message.isDeleted ? t('message.deleted') : message.text}
        </p>
      )}
      {message.files?.map((file) => (
        <p key={file} className={`mt-1 flex items-center gap-1.5 px-3 text-ink-2 ${isMine ? 'justify-end' : ''}`}>
          <Paperclip size={13} aria-label={t('attachment.label')} className="flex-none" />
          <span className="truncate">{file}</span>
        </p>
      ))}
      <p className={`num flex items-center gap-2 px-3 text-s text-ink-3 ${isMine ? 'justify-end' : ''}`}>
        {momentWords(message.at, now)}
        {message.isHidden && <span>{t('practice.hidden')}</span>}
        {(message.likes ?? 0) > 0 && (
          <span className="inline-flex items-center gap-1">
            <ThumbsUp size={11} aria-label={t('reactions.like')} /> {message.likes}
          </span>
        )}
      </p>
    </li>
  );
}
