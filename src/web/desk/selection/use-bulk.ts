import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BulkAct } from '../../../wire/work.ts';
import { applyRows, heldRow } from '../../api/apply.ts';
import { newId } from '../../api/new-id.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { doAct, undoAct } from '../../api/work-acts.ts';
import { useMe } from '../../frame/use-me.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';
import { changeOf, endsWork } from './change-of.ts';
import { setProgress } from './progress.ts';
import { PIECE, type Result, runBulk, undoBulk } from './run-bulk.ts';
import { clearSelection } from './selection.ts';

/** Does one act on one or many: shown at once, counted while it goes, said in words with a way back. */
export function useBulk(): (ids: readonly string[], act: BulkAct, words: string) => Promise<void> {
  const client = useQueryClient();
  const { id: openId, open, rows } = useDesk();
  const after = useMe().preferences?.afterSending ?? 'next';
  return useCallback(
    async (ids, act, words) => {
      if (ids.length === 0) return;
      const readAnew = () => {
        for (const id of ids) void client.invalidateQueries({ queryKey: ['conversation', id] });
        void client.invalidateQueries({ queryKey: ['counts'] });
      };
      const before = ids.flatMap((id) => heldRow(client, id) ?? []);
      if (openId !== null && ids.includes(openId) && endsWork(act) && after !== 'stay')
        open(after === 'next' ? nextOutside(rows(), openId, ids) : null);
      applyRows(
        client,
        before.map((row) => changeOf(row, act)),
        new Date(),
      );
      if (ids.length > PIECE) setProgress({ words, done: 0, all: ids.length });
      const result = await runBulk(ids, act, { doAct, newId }, (done) =>
        ids.length > PIECE ? setProgress({ words, done, all: ids.length }) : undefined,
      );
      setProgress(null);
      const left = new Set(result.left.map(({ conversationId }) => conversationId));
      applyRows(
        client,
        before.filter(({ id }) => left.has(id)),
        new Date(),
      );
      if (endsWork(act)) clearSelection();
      tell(result, words, async () => {
        const { undone, left: kept } = await undoBulk(result.undoIds, undoAct);
        readAnew();
        const [first] = kept;
        if (first) throw new Error(t('undo.partly', { undone, why: first.why }));
      });
      readAnew();
    },
    [client, openId, open, rows, after],
  );
}

/** What was done, what was left out and why. */
function tell({ done, left, undoIds }: Result, words: string, undo: () => Promise<void>): void {
  const reasons = new Map<string, number>();
  for (const { why } of left) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const detail = [...reasons].map(([why, count]) => t('bulk.left', { count, why })).join(' ');
  const title = t('bulk.done', { count: done, what: words });
  if (done === 0) say({ title: t('bulk.nothing'), ...(detail ? { detail } : {}), isBad: left.length > 0 });
  else if (undoIds.length > 0) offerUndo(title, undo, detail || undefined);
  else say({ title, ...(detail ? { detail } : {}) });
}

/** The next one that is not among those that were acted on. */
function nextOutside(rows: readonly { readonly id: string }[], id: string, ids: readonly string[]): string | null {
  const at = rows.findIndex((row) => row.id === id);
  const others = (some: readonly { readonly id: string }[]) => some.find((row) => !ids.includes(row.id))?.id;
  return others(rows.slice(at + 1)) ?? others(rows.slice(0, Math.max(0, at)).toReversed()) ?? null;
}
