import { useRef, useState } from 'react';
import type { Message } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { unquote } from './unquote.ts';
import { Words } from './words.tsx';

/** Tall enough to read, short enough to see what follows. Pixels. */
const TALLEST = 4_000;
const AT_FIRST = 260;

/**
 * A mail: its words by default, its own dress on request. The dress is cleaned by the server and framed without
 * scripts; it lies on white, because that is what mails are written for.
 */
export function MailFrame({ message }: { readonly message: Message }) {
  const [isDressed, setDressed] = useState(message.text.trim() === '');
  const [height, setHeight] = useState(AT_FIRST);
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = () => {
    // Null when the server's policy makes the frame a stranger: then it scrolls by itself.
    const content = frame.current?.contentDocument?.documentElement;
    if (content) setHeight(Math.min(content.scrollHeight + 4, TALLEST));
  };
  return (
    <>
      {isDressed ? (
        <iframe
          ref={frame}
          title={t('mail.frame', { name: message.author.name })}
          src={`/api/messages/${message.id}/html`}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          onLoad={fit}
          className="my-1 w-full resize-y rounded-medium border border-line bg-[#fff] [color-scheme:light]"
          style={{ height }}
        />
      ) : (
        <MailText text={message.text} language={message.language} />
      )}
      {message.text.trim() !== '' && (
        <button
          type="button"
          onClick={() => setDressed(!isDressed)}
          className="rounded-small text-s text-accent underline-offset-2 hover:underline max-phone:min-h-10"
        >
          {isDressed ? t('mail.asText') : t('mail.asWritten')}
        </button>
      )}
    </>
  );
}

/** What was quoted from earlier mails is folded: it is in the thread already. */
function MailText({ text, language }: { readonly text: string; readonly language: string | null }) {
  const { said, quoted } = unquote(text);
  return (
    <>
      <Words text={said} language={language} />
      {quoted && (
        <details className="mt-1 text-ink-3">
          <summary className="w-fit cursor-pointer rounded-small text-s hover:text-ink max-phone:py-3">
            {t('mail.quoted')}
          </summary>
          <Words text={quoted} className="mt-1 border-s-2 border-line ps-3 text-m" />
        </details>
      )}
    </>
  );
}
