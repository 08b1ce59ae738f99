import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { inWords } from '../api/call.ts';
import { type Hit, judgeHits, readHits } from '../api/listening.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { useMe } from '../frame/use-me.ts';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { MOST_CHOSEN } from './chosen.ts';
import { showChange } from './patch-hits.ts';

type To = 'waiting' | 'acknowledged' | 'ignored';
interface How {
  readonly reason?: string;
  /** Those that say nearly the same go with them. */
  readonly withAlike?: boolean;
}
export type Judge = (hits: readonly Hit[], to: To, how?: How) => Promise<void>;

/** Says what becomes of posts: shown at once, and taken back by one press while it is offered. */
export function useJudge(board: string): Judge {
  const client = useQueryClient();
  const me = useMe().agent;
  return useCallback(
    async (hits, to, { reason = '', withAlike = false } = {}) => {
      if (hits.length === 0) return;
      const judgedBy = to === 'waiting' ? null : (me?.name ?? null);
      const judgedAt = to === 'waiting' ? null : new Date().toISOString();
      const send = (ids: readonly string[], state: To, words: string) =>
        judgeHits({ ids: [...ids], state, reason: words });
      const before = client.getQueriesData({ queryKey: ['listening'] });
      const reread = () => client.invalidateQueries({ queryKey: ['listening'] });
      try {
        const ids = withAlike ? await withThoseAlike(board, hits) : hits.map(({ id }) => id);
        showChange(client, board, hits, { state: to, reason: reason || null, judgedBy, judgedAt });
        const { done, left } = await send(ids, to, reason);
        const why = [...new Set(left.map((one) => one.why))].join(' ');
        const detail = left.length > 0 ? t('bulk.left', { count: left.length, why }) : undefined;
        const title = t(`hit.said.${to}`, { count: done });
        const lost = new Set(left.map(({ id }) => id));
        const undone = ids.filter((id) => !lost.has(id));
        if (done === 0) say({ title: detail ?? t('bulk.nothing'), isBad: true });
        else if (to === 'waiting') say({ title, ...(detail ? { detail } : {}) });
        else
          offerUndo(
            title,
            async () => {
              await send(undone, 'waiting', '');
              await reread();
            },
            detail,
          );
      } catch (error) {
        for (const [key, data] of before) client.setQueryData(key, data);
        say({ title: inWords(error), isBad: true });
      } finally {
        void reread();
      }
    },
    [client, board, me],
  );
}

/** By name, so that taking back brings back these and none that were dealt with before. */
async function withThoseAlike(board: string, hits: readonly Hit[]): Promise<readonly string[]> {
  const ids = new Set(hits.map(({ id }) => id));
  for (const { id, alike } of hits) {
    if (alike === 0) continue;
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readHits>> = await readHits(board, { state: 'waiting', alike: id }, cursor);
      for (const one of page.items) ids.add(one.id);
      cursor = page.cursor;
    } while (cursor !== null && ids.size < MOST_CHOSEN);
  }
  return [...ids].slice(0, MOST_CHOSEN);
}
