import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { firstGap } from '../../../core/composing/fill-reply.ts';
import { sameWordsKey } from '../../../core/composing/same-words.ts';
import type { Macro, SavedReply } from '../../../wire/composing.ts';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { inWords } from '../../api/call.ts';
import { fillReply, noteUse } from '../../api/composing.ts';
import { tellTyping } from '../../api/presence.ts';
import { rewrite } from '../../parts/rewrite.ts';
import { say } from '../../parts/toasts.tsx';
import { holdChoices, useChoices } from './choices.ts';
import type { DraftFile } from './draft-store.ts';
import { holdMacros } from './macro-hand.ts';
import { putIn, putInLate, type Stretch } from './put-in.ts';
import type { Suggestion } from './suggestions.ts';
import type { Trigger } from './trigger.ts';
import { drafts, useDraft } from './use-draft.ts';
import { useFiles } from './use-files.ts';
import { useSuggest } from './use-suggest.ts';
import type { Voice } from './voices.ts';

/** Shorter words than these are said twice by anybody: "Thank you!" */
const SHORT = 24;

/** What is being written: its words, files, macro, and whatever is put in by key. */
export function useWriting(detail: ConversationDetail, voice: Voice) {
  const client = useQueryClient();
  const { id } = detail.conversation;
  const kind = voice.way ? 'reply' : 'note';
  const { entry, set } = useDraft(id, kind, voice.way?.key ?? null);
  const [macro, setMacro] = useState<Macro | null>(null);
  const choices = useChoices(id);
  const area = useRef<HTMLTextAreaElement>(null);
  const changeFiles = useCallback(
    (update: (files: readonly DraftFile[]) => readonly DraftFile[]) =>
      set({ files: update(drafts.get(id, kind).files) }),
    [set, id, kind],
  );
  const { files, add, remove } = useFiles(entry.files, voice.way?.attachments ?? null, changeFiles);
  const describe = useCallback(
    (key: string, alt: string) => changeFiles((all) => all.map((file) => (file.id === key ? { ...file, alt } : file))),
    [changeFiles],
  );
  const suggest = useSuggest(voice.way === null, (pick, trigger) => void take(pick, trigger));

  const said = useMemo(
    () =>
      new Set(
        detail.messages.flatMap((one) =>
          one.direction === 'outbound' &&
          one.text.length >= SHORT &&
          one.delivery !== 'failed' &&
          one.delivery !== 'cancelled'
            ? [sameWordsKey(one.text)]
            : [],
        ),
      ),
    [detail.messages],
  );
  const [repeated, setRepeated] = useState<string | null>(null);
  const words = sameWordsKey(entry.text);
  const isRepeated = voice.way !== null && words !== '' && (said.has(words) || words === repeated);
  const gapAt = voice.way ? firstGap(entry.text) : null;

  function write(text: string, caret: number): void {
    set({ text });
    suggest.look(text, caret);
    tellTyping(id, text !== '');
  }

  const caretIn = (text: string): Stretch => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    return [selectionStart, selectionEnd];
  };

  /** Puts words where the caret is, or in place of a stretch of the text. */
  function insert(words: string, into?: Stretch): void {
    const { text } = drafts.get(id, kind);
    const put = putIn(text, words, into ?? caretIn(text));
    rewrite(area.current, () => set({ text: put.text }), put.caret);
  }

  async function take(pick: Suggestion['pick'], { start, words }: Trigger): Promise<void> {
    const end = start + words.length + 1;
    if (pick.kind === 'mention') return insert(`@${pick.name} `, [start, end]);
    insert('', [start, end]);
    if (pick.kind === 'macro') return takeMacro(pick.macro, start);
    if (!(await putReply(pick.reply.id, start))) return;
    // What is used most is offered first: a courtesy, nothing waits for it. A macro is counted when it is run.
    void noteUse(id, pick.reply.id).then(
      () => client.invalidateQueries({ queryKey: ['saved-replies'] }),
      () => undefined,
    );
  }

  async function takeMacro(chosen: Macro, at: number): Promise<void> {
    setMacro(chosen);
    if (chosen.replyId) await putReply(chosen.replyId, at);
    else area.current?.focus();
  }
  const latest = useRef(takeMacro);
  useEffect(() => {
    latest.current = takeMacro;
  });
  const mayAnswer = voice.way?.isOpen === true;
  useEffect(() => {
    if (!mayAnswer) return;
    return holdMacros((chosen) => void latest.current(chosen, drafts.get(id, 'reply').text.length));
  }, [mayAnswer, id]);

  async function putReply(replyId: SavedReply['id'], at: number): Promise<boolean> {
    try {
      const asked = { text: drafts.get(id, kind).text, at };
      const filled = await fillReply(id, replyId);
      const { text } = drafts.get(id, kind);
      const put = putInLate(asked, filled.text, { text, caret: caretIn(text) });
      rewrite(area.current, () => set({ text: put.text }), put.caret);
      setRepeated(filled.saidBefore ? sameWordsKey(drafts.get(id, kind).text) : null);
      return true;
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      return false;
    }
  }

  /** Opens the list of saved replies at the caret. */
  function openReplies(): void {
    const { text } = drafts.get(id, kind);
    const [at] = caretIn(text);
    const sign = at === 0 || /[\s(]$/.test(text.slice(0, at)) ? '/' : ' /';
    insert(sign, [at, at]);
    suggest.look(text.slice(0, at) + sign + text.slice(at), at + sign.length);
  }

  return {
    kind,
    area,
    entry,
    set,
    write,
    insert,
    files,
    add,
    remove,
    describe,
    macro,
    setMacro,
    choices,
    setChoices: (next: readonly string[]) => holdChoices(id, next),
    suggest,
    openReplies,
    isRepeated,
    gap: gapAt && entry.text.slice(gapAt[0], gapAt[1]),
  } as const;
}
