import { CircleAlert, Paperclip } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { count, spanWords } from '../../time/words.ts';
import { FileRow } from './file-row.tsx';
import { fitOf } from './fits.ts';
import { MeanwhileBox } from './meanwhile.tsx';
import { keepDraft, useDraft } from './use-draft.ts';
import { useFiles } from './use-files.ts';
import { useSend } from './use-send.ts';
import type { Voice } from './voices.ts';

interface Props {
  readonly detail: ConversationDetail;
  readonly voice: Voice;
  /** Grows whenever the keyboard should come here. */
  readonly focus: number;
  /** A way that is open once has been used: the talk goes on elsewhere. */
  readonly onSpent: () => void;
}

export function Writing({ detail, voice, focus, onSpent }: Props) {
  const id = detail.conversation.id;
  const kind = voice.way ? 'answer' : 'note';
  const [text, setText] = useDraft(id, kind);
  const { files, add, remove, clear, setFiles } = useFiles();
  const { send, isBusy, meanwhile, forgetMeanwhile } = useSend(detail);
  const { open, whatIsNext } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) area.current?.focus();
  }, [focus]);

  const { way } = voice;
  if (way && !way.isOpen) return <Closed reason={way.closedBecause} label={way.label} />;

  const fit = way ? fitOf(text, way.limit) : null;
  const tooMany = way ? files.length > way.attachments.max : false;
  const isBoth = way !== null && !way.attachments.withText && files.length > 0 && text.trim() !== '';
  const isReady =
    (text.trim() !== '' || files.length > 0) &&
    !fit?.over &&
    !tooMany &&
    !isBoth &&
    files.every((file) => file.state === 'stored');

  async function submit({ isAnyway = false, goOn = false } = {}) {
    if (!isReady || isBusy) return;
    setFailure(null);
    const draft = { voice, text: text.trim(), files: files.flatMap((file) => (file.stored ? [file.stored] : [])) };
    const kept = { text, files };
    const next = goOn ? whatIsNext() : null;
    setText('');
    clear();
    const sent = await send(draft, { isAnyway, mark: way !== null });
    if (sent.ok) {
      if (way?.isOnce) onSpent();
      if (goOn && next !== id) open(next);
      return;
    }
    setText(kept.text);
    setFiles(kept.files);
    // The page may show another conversation by now; the words wait in this one.
    keepDraft(id, kind, kept.text);
    setFailure(sent.words);
    if (!area.current) say({ title: sent.words, detail: t('composer.kept'), isBad: true });
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') area.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit({ goOn: event.shiftKey });
  }

  function paste(event: ClipboardEvent) {
    const given = [...event.clipboardData.files];
    if (!way || given.length === 0 || way.attachments.max === 0) return;
    event.preventDefault();
    add(given, way.attachments);
  }

  return (
    <div>
      <textarea
        ref={area}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onPaste={paste}
        dir="auto"
        rows={3}
        aria-label={way ? way.label : t('composer.note')}
        aria-invalid={fit?.over ? true : undefined}
        placeholder={t(`composer.placeholder.${voice.audience}`, { name: detail.contact.name })}
        className={`field-sizing-content block max-h-[38vh] min-h-[78px] w-full resize-none bg-transparent px-4 py-3 text-l outline-none max-phone:min-h-[60px] max-phone:text-[16px] ${voice.audience === 'note' ? 'bg-note-soft/40' : ''}`}
      />
      <FileRow files={files} onRemove={remove} />
      {way && tooMany && <Warning words={t('files.many', { max: way.attachments.max })} />}
      {isBoth && <Warning words={t('files.orWords')} />}
      {way?.isHumanOnly && <HumanOnly closesAt={way.closesAt} />}
      {failure && !meanwhile && <Warning words={failure} isBad />}
      {meanwhile && (
        <MeanwhileBox
          said={meanwhile}
          onSendAnyway={() => void submit({ isAnyway: true })}
          onKeep={() => {
            forgetMeanwhile();
            setFailure(null);
            area.current?.focus();
          }}
          onDiscard={() => {
            forgetMeanwhile();
            setFailure(null);
            setText('');
            clear();
          }}
        />
      )}
      <div className="flex items-center gap-3 border-t border-line py-2 pr-2 pl-2.5 text-ink-2">
        {way && way.attachments.max > 0 && (
          <Attach types={way.attachments.types} onFiles={(given) => add(given, way.attachments)} />
        )}
        {fit?.isShown && (
          <span
            className={`num pl-1.5 ${fit.over ? 'font-semibold text-alarm' : 'text-ink-3'}`}
            aria-live={fit.over ? 'polite' : 'off'}
          >
            {fit.over
              ? t('composer.over', { over: count(fit.over) })
              : t('composer.used', { used: count(fit.used), max: count(fit.max) })}
          </span>
        )}
        {way && (
          <Button
            look="quiet"
            disabled={!isReady || isBusy}
            className="ml-auto max-phone:hidden"
            onClick={() => void submit({ goOn: true })}
          >
            {t('composer.sendNext')}
          </Button>
        )}
        <Button
          look="main"
          disabled={!isReady}
          isBusy={isBusy}
          shortcut="Ctrl ↵"
          className={way ? 'max-phone:ml-auto' : 'ml-auto'}
          onClick={() => void submit()}
        >
          {t(`composer.send.${voice.audience}`)}
        </Button>
      </div>
    </div>
  );
}

/** A way that is shut, with the network's reason; where to go instead is in the tabs above. */
function Closed({ reason, label }: { readonly reason: string | null; readonly label: string }) {
  return (
    <div role="note" aria-label={label} className="flex items-start gap-2 px-4 py-4 text-l text-ink-2">
      <CircleAlert size={16} aria-hidden className="mt-[3px] flex-none text-warn" />
      <p>{reason ?? t('composer.closedUnknown')}</p>
    </div>
  );
}

function HumanOnly({ closesAt }: { readonly closesAt: string | null }) {
  const now = useNow();
  const span = closesAt ? spanWords(Math.max(0, Date.parse(closesAt) - now)) : null;
  return <Warning words={span ? t('composer.humanOnlyFor', { span }) : t('composer.humanOnly')} />;
}

function Warning({ words, isBad }: { readonly words: string; readonly isBad?: boolean }) {
  return (
    <p
      role={isBad ? 'alert' : 'note'}
      className={`flex items-start gap-2 px-4 py-2 text-s ${isBad ? 'bg-alarm-soft text-alarm' : 'bg-warn-soft text-warn'}`}
    >
      <CircleAlert size={14} aria-hidden className="mt-px flex-none" />
      {words}
    </p>
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
