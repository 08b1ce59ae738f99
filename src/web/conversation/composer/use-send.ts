import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Macro } from '../../../wire/composing.ts';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { NewReply } from '../../../wire/replying.ts';
import { addNote, sendReply } from '../../api/acts.ts';
import { applyRows } from '../../api/apply.ts';
import { inWords, Refusal } from '../../api/call.ts';
import { runMacro } from '../../api/composing.ts';
import { newId } from '../../api/new-id.ts';
import { conversationQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { altsOf, type DraftFile } from './draft-store.ts';
import { withoutPending, withPending } from './optimistic.ts';
import { type Meanwhile, readMeanwhile } from './read-meanwhile.ts';
import type { Voice } from './voices.ts';

export interface Outgoing {
  readonly voice: Voice;
  readonly text: string;
  readonly files: readonly DraftFile[];
  readonly choices: readonly string[];
  readonly mentions: { readonly agents: string[]; readonly teams: string[] };
  readonly macro: Macro | null;
}
export interface How {
  readonly isAnyway: boolean;
  readonly mark: boolean;
  readonly sendAt: Date | null;
  readonly holdSeconds: number;
}
export type Sent =
  | { readonly ok: true; readonly id: string; readonly undoId: string | null }
  | { readonly ok: false; readonly words: string };

/** Waits between tries when the server cannot be reached; the id makes trying again harmless. Milliseconds. */
const TRY_AGAIN_MS = [400, 1_500];

/**
 * Sends an answer or a note, or runs a macro: its row is there at once, and goes again with the reason when the server
 * refuses. The same words tried again keep their id, so that an answer whose receipt was lost is not sent twice.
 */
export function useSend(detail: ConversationDetail) {
  const client = useQueryClient();
  const me = useMe();
  const [isBusy, setBusy] = useState(false);
  const [meanwhile, setMeanwhile] = useState<readonly Meanwhile[] | null>(null);
  const attempt = useRef<{ readonly id: string; readonly run: string; readonly of: string } | null>(null);
  const id = detail.conversation.id;
  const key = conversationQuery(id).queryKey;

  async function send(said: Outgoing, how: How): Promise<Sent> {
    const { voice, text, files, choices, macro } = said;
    const shown = files.map((file) => [file.id, file.alt]);
    const of = JSON.stringify([voice.key, text, shown, choices, macro?.id, how.sendAt]);
    const ids = attempt.current?.of === of ? attempt.current : { id: newId(), run: newId(), of };
    attempt.current = ids;
    setBusy(true);
    setMeanwhile(null);
    const isSaying = text !== '' || files.length > 0;
    const author = { id: me.agent?.id ?? null, name: me.agent?.name ?? '' };
    const pending = { id: ids.id, text, way: voice.way, author, files, choices, at: new Date().toISOString() };
    if (isSaying) client.setQueryData<ConversationDetail>(key, (old) => old && withPending(old, pending));
    try {
      const reply = voice.way && isSaying ? replyOf(ids.id, voice.way.key, said, how) : null;
      const undoId = await patiently(() => go(ids, said, reply));
      attempt.current = null;
      if (reply && how.mark) markRow();
      return { ok: true, id: ids.id, undoId };
    } catch (error) {
      client.setQueryData<ConversationDetail>(key, (old) => old && withoutPending(old, ids.id));
      const told =
        error instanceof Refusal && error.code === 'answered_meanwhile' ? readMeanwhile(error.details) : null;
      if (told) setMeanwhile(told);
      return { ok: false, words: inWords(error) };
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['counts'] });
    }
  }

  async function go(
    ids: { readonly id: string; readonly run: string },
    { text, mentions, macro }: Outgoing,
    reply: ReturnType<typeof replyOf> | null,
  ): Promise<string | null> {
    if (macro) return (await runMacro(id, macro.id, { id: ids.run, reply })).undoId;
    if (!reply) {
      await addNote(id, { id: ids.id, text, mentions });
      return null;
    }
    const act = await sendReply(id, reply);
    // How long it can be taken back is shown from now on, not from the next reading.
    client.setQueryData<ConversationDetail>(key, (old) =>
      old && !old.outgoing.some((one) => one.id === act.id) ? { ...old, outgoing: [...old.outgoing, act] } : old,
    );
    return null;
  }

  const replyOf = (messageId: string, way: string, { text, files, choices }: Outgoing, how: How) => ({
    id: messageId,
    way,
    text,
    attachments: files.map((file) => file.id),
    alts: altsOf(files),
    choices: [...choices],
    readAtSeq: detail.seq,
    sendAnyway: how.isAnyway,
    holdSeconds: how.sendAt ? 0 : how.holdSeconds,
    ...(how.sendAt ? { sendAt: how.sendAt.toISOString() } : {}),
    thenMark: (how.mark ? 'answered' : 'nothing') as NewReply['thenMark'],
  });

  function markRow() {
    const row = client.getQueryData(key)?.conversation ?? detail.conversation;
    if (row.attention !== 'needs_answer') return;
    applyRows(
      client,
      [{ ...row, attention: 'answered', waitingSince: null, openedAt: null, snoozedUntil: null }],
      new Date(),
    );
  }

  return { send, isBusy, meanwhile, forgetMeanwhile: () => setMeanwhile(null) };
}

async function patiently<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (const waitMs of TRY_AGAIN_MS) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return send();
}
