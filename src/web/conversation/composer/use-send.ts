import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { addNote, sendReply, type Uploaded } from '../../api/acts.ts';
import { applyRows } from '../../api/apply.ts';
import { inWords, Refusal } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { conversationQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { withoutPending, withPending } from './optimistic.ts';
import type { Voice } from './voices.ts';

/** A colleague's answer that came between reading and sending. */
export interface Meanwhile {
  readonly id: string;
  readonly agentName: string | null;
  readonly text: string;
  readonly sentAt: string;
}
export interface Draft {
  readonly voice: Voice;
  readonly text: string;
  readonly files: readonly Uploaded[];
}
export type Sent = { readonly ok: true } | { readonly ok: false; readonly words: string };

/** Waits between tries when the server cannot be reached; the id makes trying again harmless. Milliseconds. */
const TRY_AGAIN_MS = [400, 1_500];

/**
 * Sends an answer or a note: its row is there at once, and goes again with the reason when the server refuses.
 * The same words tried again keep their id, so that an answer whose receipt was lost is not sent twice.
 */
export function useSend(detail: ConversationDetail) {
  const client = useQueryClient();
  const me = useMe();
  const [isBusy, setBusy] = useState(false);
  const [meanwhile, setMeanwhile] = useState<readonly Meanwhile[] | null>(null);
  const attempt = useRef<{ readonly id: string; readonly of: string } | null>(null);
  const id = detail.conversation.id;
  const key = conversationQuery(id).queryKey;

  async function send(draft: Draft, options: { readonly isAnyway: boolean; readonly mark: boolean }): Promise<Sent> {
    const { voice, text, files } = draft;
    const of = JSON.stringify([voice.key, text, files.map((file) => file.id)]);
    const message = attempt.current?.of === of ? attempt.current.id : newId();
    attempt.current = { id: message, of };
    setBusy(true);
    setMeanwhile(null);
    const author = { id: me.agent?.id ?? null, name: me.agent?.name ?? '' };
    const pending = { id: message, text, way: voice.way, author, files, at: new Date().toISOString() };
    client.setQueryData<ConversationDetail>(key, (old) => old && withPending(old, pending));
    try {
      await patiently(() =>
        voice.way
          ? sendReply(id, {
              id: message,
              way: voice.way.key,
              text,
              attachments: files.map((file) => file.id),
              readAtSeq: detail.seq,
              sendAnyway: options.isAnyway,
              holdSeconds: 0,
              thenMark: options.mark ? 'answered' : 'nothing',
            })
          : addNote(id, { id: message, text }),
      );
      attempt.current = null;
      if (voice.way && options.mark) markRow();
      return { ok: true };
    } catch (error) {
      client.setQueryData<ConversationDetail>(key, (old) => old && withoutPending(old, message));
      const said =
        error instanceof Refusal && error.code === 'answered_meanwhile' ? readMeanwhile(error.details) : null;
      if (said) setMeanwhile(said);
      return { ok: false, words: inWords(error) };
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['counts'] });
    }
  }

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

async function patiently(send: () => Promise<unknown>): Promise<unknown> {
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

function readMeanwhile(details: Readonly<Record<string, unknown>>): readonly Meanwhile[] {
  const messages = details.messages;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((message: unknown): Meanwhile[] => {
    if (typeof message !== 'object' || message === null) return [];
    const { id, agentName, text, sentAt } = message as Record<string, unknown>;
    if (typeof text !== 'string') return [];
    return [
      {
        id: String(id),
        agentName: typeof agentName === 'string' ? agentName : null,
        text,
        sentAt: typeof sentAt === 'string' ? sentAt : '',
      },
    ];
  });
}
