import { z } from 'zod';
import type { Api } from './api.ts';

/** Each costs a call: more in one pull are filed below the post that they answer. */
const CALLS = 20;
const KEPT = 500;

const Answer = z.looseObject({ in_reply_to_id: z.string().min(1), visibility: z.string() });
const Ancestor = z.looseObject({ id: z.string().min(1), account: z.looseObject({}) });
const Context = z.looseObject({ ancestors: z.array(Ancestor) });

export interface Roots {
  /** What began the thread of this post, as much as is kept of it; undefined: it began there, or nobody knows. */
  of(status: unknown): Promise<{ readonly id: string; readonly account: unknown } | undefined>;
  /** A new pull may ask again. */
  begin(): void;
}

/** A post names only the one that it answers. Which began the thread is asked for, once for each thread. */
export function openRoots(api: Api, calls = CALLS): Roots {
  const known = new Map<string, { id: string; account: unknown }>();
  let left = calls;
  return {
    begin() {
      left = calls;
      if (known.size > KEPT) known.clear();
    },
    async of(status) {
      const answer = Answer.safeParse(status).data;
      if (!answer || answer.visibility === 'direct') return undefined;
      const kept = known.get(answer.in_reply_to_id);
      if (kept || left === 0) return kept;
      left -= 1;
      // Of the answered post and not of the answer: many answers hang on one post.
      const path = `/api/v1/statuses/${encodeURIComponent(answer.in_reply_to_id)}`;
      const context = await api.get(`${path}/context`);
      const first = context.kind === 'ok' ? Context.safeParse(context.body).data?.ancestors[0] : undefined;
      const itself = first || context.kind !== 'ok' ? undefined : await api.get(path);
      const found = first ?? (itself?.kind === 'ok' ? Ancestor.safeParse(itself.body).data : undefined);
      if (!found) return undefined;
      const root = { id: found.id, account: found.account };
      known.set(answer.in_reply_to_id, root);
      return root;
    },
  };
}
