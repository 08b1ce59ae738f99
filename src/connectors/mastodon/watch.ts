import { z } from 'zod';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import type { Api } from './api.ts';
import type { Mark } from './pull-list.ts';

const NEWEST = 10;
const OTHERS = 10;

const Post = z.looseObject({ id: z.string().min(1), edited_at: z.string().nullish() });

export interface Watch {
  /** What became of posts that were read earlier: changed, or gone. */
  look(
    seen: Mark['seen'],
    now: Date,
  ): Promise<{ readonly entries: readonly PulledEntry[]; readonly seen: Mark['seen'] }>;
}

/**
 * Nobody is told of deletions, and of edits only who boosted. So some known posts are asked for again with each
 * pull: the newest, and others in turn.
 */
export function openWatch(api: Api): Watch {
  let turn = 0;
  let isOff = false;

  function chosen(seen: Mark['seen']): string[] {
    const others = seen.slice(NEWEST);
    const start = others.length === 0 ? 0 : (turn * OTHERS) % others.length;
    turn += 1;
    return [...seen.slice(0, NEWEST), ...others.slice(start, start + OTHERS)].map(([id]) => id);
  }

  return {
    async look(seen, now) {
      const ids = isOff ? [] : chosen(seen);
      if (ids.length === 0) return { entries: [], seen };
      const answer = await api.get('/api/v1/statuses', { id: ids });
      const list = answer.kind === 'ok' ? z.array(z.unknown()).safeParse(answer.body).data : undefined;
      if (!list) {
        // Several at once are known since Mastodon 4.3; other servers refuse, and are not asked again.
        isOff = answer.kind === 'refused' && answer.status >= 400 && answer.status < 429;
        return { entries: [], seen };
      }
      const found = new Map(
        list.flatMap((raw) => {
          const post = Post.safeParse(raw).data;
          return post ? [[post.id, { editedAt: post.edited_at ?? '', raw }] as const] : [];
        }),
      );
      const entries: PulledEntry[] = [];
      const gone = new Set<string>();
      for (const id of ids) {
        if (found.has(id)) continue;
        const alone = await api.get(`/api/v1/statuses/${encodeURIComponent(id)}`);
        if (alone.kind !== 'refused' || (alone.status !== 404 && alone.status !== 410)) continue;
        gone.add(id);
        entries.push(pulledEntry({ gone: { id, at: now.toISOString() } }, false));
      }
      const kept = seen.flatMap(([id, editedAt]): Mark['seen'] => {
        if (gone.has(id)) return [];
        const now = found.get(id);
        if (now && now.editedAt !== editedAt) entries.push(pulledEntry({ edited: now.raw }, false));
        return [[id, now?.editedAt ?? editedAt]];
      });
      return { entries, seen: kept };
    },
  };
}
