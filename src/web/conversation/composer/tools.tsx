import { ListPlus, MessageSquareQuote, Paperclip, Save } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Way } from '../../../wire/replying.ts';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { EmojiButton } from './emoji-button.tsx';

const KeepReplyDialog = lazy(() =>
  import('./keep-reply-dialog.tsx').then((part) => ({ default: part.KeepReplyDialog })),
);

/** What can be put into the text besides typing. */
export function Tools({
  way,
  text,
  onFiles,
  onReplies,
  onEmoji,
  onChoices,
}: {
  readonly way: Way | null;
  readonly text: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onReplies: () => void;
  readonly onEmoji: (emoji: string) => void;
  readonly onChoices: () => void;
}) {
  const [isKeeping, setKeeping] = useState(false);
  return (
    <span className="flex flex-none items-center">
      {way && way.attachments.max > 0 && <Attach types={way.attachments.types} onFiles={onFiles} />}
      <EmojiButton onPick={onEmoji} />
      {way && (
        <IconButton label={t('reply.insert')} shortcut="/" onClick={onReplies}>
          <MessageSquareQuote size={16} aria-hidden />
        </IconButton>
      )}
      {way?.choices && (
        <IconButton label={t('choices.offer')} onClick={onChoices}>
          <ListPlus size={17} aria-hidden />
        </IconButton>
      )}
      {way && text.trim() !== '' && (
        <IconButton label={t('reply.keep')} onClick={() => setKeeping(true)} className="max-phone:hidden">
          <Save size={15} aria-hidden />
        </IconButton>
      )}
      {isKeeping && (
        <Suspense>
          <KeepReplyDialog text={text} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
    </span>
  );
}

function Attach({
  types,
  onFiles,
}: {
  readonly types: readonly string[];
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={t('files.attach')} onClick={() => input.current?.click()}>
        <Paperclip size={16} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={types.includes('*/*') ? undefined : types.join(',')}
        aria-label={t('files.attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
