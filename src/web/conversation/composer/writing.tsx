import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { arrived, missed } from '../../parts/held-keys.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { ChoiceRow } from './choice-row.tsx';
import { choiceProblem } from './choices.ts';
import { ClosedWay } from './closed-way.tsx';
import { DraftMoved } from './draft-moved.tsx';
import { FileRow } from './file-row.tsx';
import { fitOf } from './fits.ts';
import { Kept } from './kept.tsx';
import { MacroBar } from './macro-bar.tsx';
import { MeanwhileBox } from './meanwhile.tsx';
import { SendButton, type Sending } from './send-button.tsx';
import { optionId, SUGGESTIONS_ID, SuggestList } from './suggest-list.tsx';
import { TextArea } from './text-area.tsx';
import { Tools } from './tools.tsx';
import { drafts } from './use-draft.ts';
import { useSubmit } from './use-submit.ts';
import { useWriting } from './use-writing.ts';
import type { Voice } from './voices.ts';
import { HumanOnly, Warning } from './warnings.tsx';

interface Props {
  readonly detail: ConversationDetail;
  readonly voice: Voice;
  /** Grows whenever the keyboard should come here. */
  readonly focus: number;
  /** A way that is open once has been used: the talk goes on elsewhere. */
  readonly onSpent: () => void;
}

export function Writing({ detail, voice, focus, onSpent }: Props) {
  const { id } = detail.conversation;
  const { way } = voice;
  const writing = useWriting(detail, voice);
  const { area, entry, files, suggest, macro } = writing;
  const { submit, isBusy, meanwhile, failure, sendAnyway, forget } = useSubmit(detail, voice, writing, onSpent);
  const [isOver, setOver] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (focus === 0) return;
    area.current?.focus();
    if (area.current !== null && area.current === document.activeElement) arrived('writing');
    else missed('writing');
  }, [focus, area]);

  if (way && !way.isOpen) return <ClosedWay way={way} detail={detail} />;

  const { text } = entry;
  const fit = way ? fitOf(text, way.limit) : null;
  const tooMany = way ? files.length > way.attachments.max : false;
  const isBoth = way !== null && !way.attachments.withText && files.length > 0 && text.trim() !== '';
  const isSaying = text.trim() !== '' || files.length > 0;
  const { choices, setChoices } = writing;
  const limit = way?.choices ?? null;
  const odd = way ? choiceProblem(choices, limit, text) : null;
  const isReady =
    (isSaying || macro !== null) &&
    !fit?.over &&
    !tooMany &&
    !isBoth &&
    !odd &&
    !writing.gap &&
    files.every((file) => file.state === 'stored');

  function go(how: Sending) {
    if (!isReady || isBusy) return;
    setAsked(0);
    void submit(how);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (suggest.press(event)) return event.preventDefault();
    if (event.key === 'Escape') area.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    go({ mark: !event.shiftKey });
  }

  function takeFiles(event: ClipboardEvent | DragEvent, given: readonly File[]) {
    if (!way || given.length === 0 || way.attachments.max === 0) return;
    event.preventDefault();
    writing.add(given);
  }

  const isListed = suggest.trigger !== null && (suggest.items?.length ?? 0) > 0;
  return (
    // Files may be dropped anywhere on the box; the button beside the text does the same by keyboard.
    <fieldset
      aria-label={way ? way.label : t('composer.note')}
      className={`min-w-0 rounded-b-medium ${isOver ? 'bg-accent-soft' : voice.audience === 'note' ? 'bg-note-soft/40' : ''}`}
      onDragOver={(event) => {
        if (!way || way.attachments.max === 0 || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        takeFiles(event, [...event.dataTransfer.files]);
      }}
    >
      {suggest.trigger && (
        <SuggestList
          trigger={suggest.trigger}
          items={suggest.items}
          active={suggest.active}
          onPick={suggest.pick}
          onPoint={suggest.point}
        />
      )}
      <TextArea
        ref={area}
        value={text}
        limit={fit?.over && way ? way.limit : null}
        onChange={({ currentTarget: box }) => writing.write(box.value, box.selectionStart)}
        onSelect={({ currentTarget: box }) => suggest.look(box.value, box.selectionStart)}
        onKeyDown={press}
        onBlur={suggest.close}
        onPaste={(event) => takeFiles(event, [...event.clipboardData.files])}
        aria-label={way ? way.label : t('composer.note')}
        aria-invalid={fit?.over ? true : undefined}
        aria-autocomplete="list"
        aria-controls={isListed ? SUGGESTIONS_ID : undefined}
        aria-activedescendant={isListed ? optionId(suggest.active) : undefined}
        placeholder={
          isOver ? t('files.drop') : t(`composer.placeholder.${voice.audience}`, { name: detail.contact.name })
        }
      />
      <FileRow
        files={files}
        hasAlt={way?.attachments.alt ?? false}
        onDescribe={writing.describe}
        onRemove={writing.remove}
      />
      {way && limit && (asked > 0 || choices.length > 0) && (
        <ChoiceRow
          choices={choices}
          limit={limit}
          asked={asked}
          onChange={setChoices}
          onLeave={() => {
            setAsked(0);
            area.current?.focus();
          }}
        />
      )}
      {macro && <MacroBar macro={macro} isAlone={!isSaying} onDrop={() => writing.setMacro(null)} />}
      {way && tooMany && <Warning>{t('files.many', { max: way.attachments.max })}</Warning>}
      {isBoth && <Warning>{t('files.orWords')}</Warning>}
      {odd === 'none' && (
        <Warning>
          <span>
            {t('choices.none')}{' '}
            <button type="button" className="underline" onClick={() => setChoices([])}>
              {t('choices.drop')}
            </button>
          </span>
        </Warning>
      )}
      {odd === 'many' && limit && <Warning>{t('choices.many', { max: limit.max })}</Warning>}
      {odd === 'long' && limit && <Warning>{t('choices.long', { max: limit.maxLength })}</Warning>}
      {odd === 'alone' && <Warning>{t('choices.alone')}</Warning>}
      {writing.gap && <Warning>{t('reply.gap', { gap: writing.gap })}</Warning>}
      {writing.isRepeated && <Warning>{t('reply.saidBefore')}</Warning>}
      {way?.isHumanOnly && <HumanOnly closesAt={way.closesAt} />}
      {failure && !meanwhile && <Warning isBad>{failure}</Warning>}
      {meanwhile && (
        <MeanwhileBox
          said={meanwhile}
          onSendAnyway={() => void sendAnyway()}
          onKeep={() => {
            forget();
            area.current?.focus();
          }}
          onDiscard={() => {
            forget();
            writing.set({ text: '', files: [] });
            setChoices([]);
          }}
        />
      )}
      <DraftMoved entry={entry} onChoose={(wish) => drafts.choose(id, writing.kind, wish)} />
      <div className="flex items-center gap-2 border-t border-line py-2 ps-2 pe-2 text-ink-2">
        <Tools
          way={way}
          text={text}
          onFiles={writing.add}
          onReplies={writing.openReplies}
          onEmoji={(emoji) => writing.insert(emoji)}
          onChoices={() => setAsked((times) => times + 1)}
        />
        {fit?.isShown && (text !== '' || fit.over > 0) && (
          <span
            className={`num min-w-0 truncate ps-1 ${fit.over ? 'font-semibold text-alarm' : fit.used < fit.max * 0.8 ? 'text-ink-3 max-phone:hidden' : 'text-ink-3'}`}
            aria-live={fit.over ? 'polite' : 'off'}
          >
            {fit.over
              ? t('composer.over', { over: count(fit.over) })
              : t('composer.used', { used: count(fit.used), max: count(fit.max) })}
          </span>
        )}
        <Kept keeping={entry.keeping} />
        <SendButton
          way={way}
          words={macro ? t(isSaying ? 'macro.runSend' : 'macro.run') : t(`composer.send.${voice.audience}`)}
          isReady={isReady}
          isBusy={isBusy}
          onSend={go}
        />
      </div>
    </fieldset>
  );
}
