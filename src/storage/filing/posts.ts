import { sql } from 'kysely';
import type { PostCounts } from '../../core/channel/event.ts';
import type { Json, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface FiledPost {
  readonly threadId: ThreadId;
  readonly isOurs: boolean;
  readonly authorName: string | null;
  readonly content: object;
  readonly remote: Json;
  readonly permalink: string | null;
  readonly postedAt: Date;
  readonly counts: PostCounts | null;
}

/** A post that gives a thread its context. False: it was known just so. */
export async function filePost(tx: Tx, workspaceId: WorkspaceId, post: FiledPost): Promise<boolean> {
  const content = storableJson(post.content);
  const { numAffectedRows } = await sql`
    insert into posts as p (workspace_id, thread_id, is_ours, author_name, content, remote, permalink, posted_at, reactions, comments, shares)
    values (${workspaceId}, ${post.threadId}, ${post.isOurs}, ${post.authorName}, ${content}::jsonb, ${storableJson(post.remote)}::jsonb,
      ${post.permalink}, ${post.postedAt}, ${post.counts?.reactions ?? null}, ${post.counts?.comments ?? null}, ${post.counts?.shares ?? null})
    on conflict (workspace_id, thread_id) do update set content = excluded.content, permalink = coalesce(excluded.permalink, p.permalink),
      author_name = coalesce(excluded.author_name, p.author_name), remote = coalesce(excluded.remote, p.remote),
      reactions = coalesce(excluded.reactions, p.reactions), comments = coalesce(excluded.comments, p.comments), shares = coalesce(excluded.shares, p.shares),
      edited_at = case when p.content is distinct from excluded.content then ${post.postedAt} else p.edited_at end
      where p.deleted_at is null and (p.content is distinct from excluded.content or p.permalink is distinct from coalesce(excluded.permalink, p.permalink)
        or p.reactions is distinct from coalesce(excluded.reactions, p.reactions) or p.comments is distinct from coalesce(excluded.comments, p.comments)
        or p.shares is distinct from coalesce(excluded.shares, p.shares))`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** The post of this thread was deleted on the network: its words go, its place stays. False: no such post, or gone before. */
export async function mirrorPostDeletion(
  tx: Tx,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update posts set content = '{"text":"","attachments":[]}', deleted_at = ${at}
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and deleted_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
