import type { ExternalMessageId, ExternalThreadId, InboxId, Json, WorkspaceId } from '../../core/ids.ts';
import type { StoredContent } from '../../core/outgoing/stored.ts';
import type { Tx } from '../database.ts';
import { filePost } from '../filing/posts.ts';
import { externalKey, fileThreads } from '../filing/threads.ts';

/** Our own post as a thread with its post, so that the first comment below it finds its context. */
export async function landPost(
  tx: Tx,
  workspaceId: WorkspaceId,
  post: {
    readonly inboxId: InboxId;
    readonly content: StoredContent;
    readonly externalId: ExternalMessageId;
    readonly remote: Json;
  },
  now: Date,
): Promise<void> {
  // A post and the thread below it have one name on every network that we know.
  const id = String(post.externalId) as ExternalThreadId;
  const { inboxId } = post;
  const thread = { id, kind: 'post', reach: 'owned_public' } as const;
  const threads = await fileThreads(tx, workspaceId, [{ inboxId, thread, counterpartId: null }], now);
  const threadId = threads.get(externalKey(inboxId, id))?.id;
  if (!threadId) return;
  await filePost(tx, workspaceId, {
    threadId,
    isOurs: true,
    authorName: null,
    content: {
      text: post.content.text,
      attachments: post.content.attachments.map((file) => ({ ...file, kind: 'image' })),
    },
    remote: post.remote,
    permalink: null,
    postedAt: now,
    counts: null,
  });
}
