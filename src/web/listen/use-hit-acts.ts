import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { inWords } from '../api/call.ts';
import { type Hit, likeHit, takeUp, thankHit } from '../api/listening.ts';
import { newId } from '../api/new-id.ts';
import { conversationQuery } from '../api/queries.ts';
import { goAndAnswer } from '../desk/begin-answer.ts';
import { setOut } from '../desk/way.ts';
import { useMe } from '../frame/use-me.ts';
import { expect, missed } from '../parts/held-keys.ts';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { showChange } from './patch-hits.ts';

/** Whom a post is given to. */
export interface Taker {
  readonly kind: 'agent' | 'team';
  readonly id: string;
  readonly name: string;
}

/** What makes a conversation of a post. Each shows itself at once and says why when it could not be done. */
export function useHitActs(board: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe().agent;
  return useMemo(() => {
    const reread = () => void client.invalidateQueries({ queryKey: ['listening'] });
    const open = (conversationId: string) =>
      void navigate({ to: '/desk/$id', params: { id: conversationId }, search: { view: 'all' } });
    const refused = (error: unknown) => {
      say({ title: inWords(error), isBad: true });
      reread();
    };
    const told = (title: string, conversationId: string) =>
      say({ title, act: { label: t('hit.open'), run: () => open(conversationId) } });
    const done = (hit: Hit, conversationId: string) => {
      showChange(client, board, [hit], {
        state: 'taken_up',
        conversationId,
        judgedBy: me?.name ?? null,
        judgedAt: new Date().toISOString(),
      });
      reread();
    };
    /** Pressed twice, it is done once. */
    const busy = new Set<string>();
    const once = async (hit: Hit, act: () => Promise<void>) => {
      if (busy.has(hit.id)) return;
      busy.add(hit.id);
      try {
        await act();
      } catch (error) {
        missed('conversation');
        refused(error);
      } finally {
        busy.delete(hit.id);
      }
    };
    /** Likes once, however often it is sent: the second try of a slow line is the same act. */
    const acts = new Map<string, string>();
    const idOf = (hit: Hit) => {
      const id = acts.get(hit.id) ?? newId();
      acts.set(hit.id, id);
      return id;
    };
    return {
      open,
      /** Goes where it is answered, with the keyboard in the answer. */
      answer: (hit: Hit) =>
        once(hit, async () => {
          // What is typed from here on is meant for the answer.
          expect('conversation');
          const known = hit.conversationId;
          const conversationId = known ?? (await takeUp(hit.id, { assigneeId: me?.id ?? null })).conversationId;
          if (known === null) done(hit, conversationId);
          void client.prefetchQuery(conversationQuery(conversationId));
          goAndAnswer(conversationId);
          setOut(conversationId);
          open(conversationId);
        }),
      assign: (hit: Hit, to: Taker) =>
        once(hit, async () => {
          const wish = to.kind === 'agent' ? { assigneeId: to.id } : { teamId: to.id };
          const { conversationId } = await takeUp(hit.id, wish);
          done(hit, conversationId);
          told(t('hit.said.given', { name: to.name }), conversationId);
        }),
      like: (hit: Hit) =>
        once(hit, async () => {
          const { conversationId } = await likeHit(hit.id, idOf(hit));
          done(hit, conversationId);
          told(t('hit.said.liked'), conversationId);
        }),
      /** @returns null, or why it could not be said: the words stay where they were written */
      thank: async (hit: Hit, messageId: string, text: string): Promise<string | null> => {
        try {
          const { conversationId } = await thankHit(hit.id, { messageId, text });
          done(hit, conversationId);
          told(t('hit.said.thanked'), conversationId);
          return null;
        } catch (error) {
          return inWords(error);
        }
      },
    };
  }, [client, navigate, board, me]);
}
export type HitActs = ReturnType<typeof useHitActs>;
