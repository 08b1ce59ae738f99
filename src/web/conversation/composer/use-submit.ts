import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { tellTyping } from '../../api/presence.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { useMe } from '../../frame/use-me.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { momentWords } from '../../time/words.ts';
import { takeBack as takeBackActs } from '../acts/use-reversible.ts';
import type { Sending } from './send-button.tsx';
import { mentionsIn } from './trigger.ts';
import { drafts } from './use-draft.ts';
import { type Sent, useSend } from './use-send.ts';
import { useTakeBack } from './use-take-back.ts';
import type { useWriting } from './use-writing.ts';
import type { Voice } from './voices.ts';

const HOLD_SECONDS = 10;

/** Sends what is written, and goes on from there as the agent likes it. What could not be sent is in the composer again. */
export function useSubmit(
  detail: ConversationDetail,
  voice: Voice,
  writing: ReturnType<typeof useWriting>,
  onSpent: () => void,
) {
  const client = useQueryClient();
  const { preferences } = useMe();
  const { open, whatIsNext } = useDesk();
  const { send, isBusy, meanwhile, forgetMeanwhile } = useSend(detail);
  const takeBack = useTakeBack();
  const [failure, setFailure] = useState<string | null>(null);
  const [last, setLast] = useState<Sending>({});
  const { id } = detail.conversation;
  const { kind, entry, macro, choices } = writing;

  async function submit(how: Sending & { readonly isAnyway?: boolean }): Promise<void> {
    setFailure(null);
    setLast(how);
    const { mark = true, sendAt = null, isAnyway = false } = how;
    const kept = { text: entry.text, files: entry.files, way: voice.way?.key ?? null };
    const after = how.goOn ? 'next' : voice.way && mark ? (preferences?.afterSending ?? 'stay') : 'stay';
    const next = after === 'next' ? whatIsNext() : null;
    const holdSeconds = preferences?.undoSeconds ?? HOLD_SECONDS;
    tellTyping(id, false);
    await drafts.spend(id, kind);
    writing.setMacro(null);
    if (voice.way) writing.setChoices([]);
    const mentions = voice.way ? { agents: [], teams: [] } : await called(kept.text);
    const said = {
      voice,
      text: kept.text.trim(),
      files: kept.files,
      choices: voice.way ? choices : [],
      mentions,
      macro,
    };
    const sent = await send(said, { isAnyway, mark: mark && voice.way !== null, sendAt, holdSeconds });
    if (!sent.ok) {
      // The page may show another conversation by now; the words wait in this one.
      drafts.giveBack(id, kind, kept);
      writing.setMacro(macro);
      if (voice.way) writing.setChoices(choices);
      setFailure(sent.words);
      if (!writing.area.current) say({ title: sent.words, detail: t('composer.kept'), isBad: true });
      return;
    }
    const isLeaving = after === 'list' || (after === 'next' && next !== id);
    const isSaid = voice.way !== null && (said.text !== '' || said.files.length > 0);
    tell(sent, { holdSeconds, sendAt, isLeaving, isSaid });
    if (voice.way?.isOnce) onSpent();
    if (isLeaving) open(after === 'list' ? null : next);
  }

  /** What can be taken back is offered: by the button beside it, by `z`, and over the page when the agent goes on. */
  function tell(
    sent: Extract<Sent, { ok: true }>,
    how: { holdSeconds: number; sendAt: Date | null; isLeaving: boolean; isSaid: boolean },
  ): void {
    const { undoId } = sent;
    if (undoId && macro) {
      offerUndo(t('macro.ran', { name: macro.name }), async () => {
        await takeBackActs(undoId);
        void client.invalidateQueries({ queryKey: ['conversation', id] });
        void client.invalidateQueries({ queryKey: ['counts'] });
      });
    }
    if (!how.isSaid || (!how.sendAt && how.holdSeconds === 0)) return;
    const name = detail.contact.name;
    const title = how.sendAt
      ? t('send.scheduledTo', { name, at: momentWords(how.sendAt.toISOString(), Date.now()) })
      : t('send.sentTo', { name, seconds: how.holdSeconds });
    const back = async () => {
      await takeBack(id, sent.id);
      open(id);
    };
    const forMs = how.sendAt ? 10_000 : how.holdSeconds * 1_000;
    offerUndo(title, back, undefined, { forMs, isShownThere: !how.isLeaving });
  }

  async function called(text: string): Promise<{ agents: string[]; teams: string[] }> {
    if (!text.includes('@')) return { agents: [], teams: [] };
    const [agents, teams] = await Promise.all([
      client.ensureQueryData(agentsQuery).catch(() => []),
      client.ensureQueryData(teamsQuery).catch(() => []),
    ]);
    return { agents: mentionsIn(text, agents), teams: mentionsIn(text, teams) };
  }

  return {
    submit,
    isBusy,
    meanwhile,
    failure,
    /** Sends the same in the same way, though somebody answered. */
    sendAnyway: () => submit({ ...last, isAnyway: true }),
    forget: () => {
      forgetMeanwhile();
      setFailure(null);
    },
  };
}
