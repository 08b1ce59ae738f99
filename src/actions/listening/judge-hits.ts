import { hasRight, inboxesWith } from '../../core/access/inbox-rights.ts';
import { notAllowedHere } from '../../core/access/no-such.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { type Judgement, judge, readStandings, type Standing } from '../../storage/listening/judging.ts';
import type { Who } from '../who.ts';
import { GONE, NOT_HERE } from './take-up-within.ts';

export interface JudgeInput {
  readonly ids: readonly string[];
  readonly state: Judgement;
  readonly reason: string;
  /** Also those that say nearly the same. */
  readonly withAlike: boolean;
}
export interface JudgedHits {
  readonly done: number;
  readonly left: readonly { readonly id: string; readonly why: string }[];
}

/**
 * Acknowledges or ignores hits that wait, or puts back what was judged; many at once. What was decided meanwhile, or is
 * work already, is left as it is and named.
 */
export function judgeHits(db: Database, who: Who, input: JudgeInput, now: Date): Promise<JudgedHits> {
  const rights = who.inboxes ?? null;
  return db.transaction(async (tx) => {
    const asked = { ...input, by: who.agentId, inboxes: inboxesWith(rights, 'answer') };
    const done = new Set(await judge(tx, who.workspaceId, asked, now));
    const others = [...new Set(input.ids)].filter((id) => !done.has(id));
    const standings =
      others.length > 0 ? await readStandings(tx, who.workspaceId, others) : new Map<string, Standing>();
    const left = others.flatMap((id) => {
      const why = whyLeft(who, standings.get(id), input.state);
      return why ? [{ id, why }] : [];
    });
    if (done.size > 0) await recordChanges(tx, who.workspaceId, [{ kind: 'listening', conversationId: null }], now);
    return { done: done.size, left };
  });
}

/** Null: it is just as it should be. */
function whyLeft(who: Who, hit: Standing | undefined, wanted: Judgement): string | null {
  const rights = who.inboxes ?? null;
  if (!hit || !hasRight(rights, hit.inboxId, 'see')) return NOT_HERE;
  if (!hasRight(rights, hit.inboxId, 'answer')) return notAllowedHere('answer').message;
  if (hit.state === 'taken_up') return 'It is a conversation already.';
  if (hit.state === 'gone') return GONE;
  if (hit.state === wanted && hit.judgedById === (wanted === 'waiting' ? null : who.agentId)) return null;
  const by = hit.judgedBy ?? 'Somebody';
  if (hit.state === 'waiting') return `${by} put it back.`;
  return `${by} ${hit.state === 'ignored' ? 'ignored' : 'acknowledged'} it already.`;
}
