import { CareError } from '../core/errors.ts';
import type { InboxId, MediaId, MessageId, OutgoingId } from '../core/ids.ts';
import { misfitOf } from '../core/outgoing/fit.ts';
import { postOrderKey } from '../core/outgoing/order-key.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { readChannelOf } from '../storage/outbox/inboxes.ts';
import { attachUploads, readUploads } from '../storage/outbox/messages.ts';
import { insertOutgoing, type OutgoingRow, readOutgoing } from '../storage/outbox/rows.ts';
import { requireRightOn } from './require-right.ts';
import type { Principal } from './who.ts';

export interface PostInput {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly link?: string | undefined;
}

/** Queues a public post of our own. Throws `no_such_inbox`, `not_possible`, `no_such_file`, the misfits, `id_taken`. */
export function publishPost(
  db: Database,
  channels: ChannelLookup,
  who: Principal,
  input: PostInput,
  now: Date,
): Promise<OutgoingRow> {
  requireRightOn(who, input.inboxId, 'act');
  const id = input.id as OutgoingId;
  return db.transaction(async (tx) => {
    const earlier = await readOutgoing(tx, who.workspaceId, id);
    if (earlier?.kind === 'publish' && earlier.inboxId === input.inboxId) return earlier;
    if (earlier) throw idTaken();
    const channel = await readChannelOf(tx, who.workspaceId, input.inboxId);
    if (!channel) throw new CareError('not_found', 'no_such_inbox', 'This inbox is not connected (any more).');
    const rules = channels(channel);
    const capability = rules?.capabilities.acts.publish;
    if (!rules || !capability)
      throw new CareError('invalid', 'not_possible', `Nothing can be posted on ${rules?.name ?? 'this network'}.`);
    const files = await readUploads(tx, who.workspaceId, input.attachments as readonly MediaId[]);
    if (files.length < new Set(input.attachments).size)
      throw new CareError('not_found', 'no_such_file', 'A file is not there (any more). Attach it again.');
    const misfit = misfitOf(
      { text: input.text, files },
      {
        text: capability.text ?? rules.capabilities.text,
        attachments: capability.attachments ?? rules.capabilities.attachments,
      },
    );
    if (misfit) throw new CareError('invalid', misfit.code, misfit.message, misfit.details);

    // No message stands for a post, so its files are held by the act itself.
    await attachUploads(tx, who.workspaceId, id as string as MessageId, files);
    const isNew = await insertOutgoing(
      tx,
      who.workspaceId,
      {
        id,
        inboxId: input.inboxId,
        orderKey: postOrderKey(input.inboxId),
        act: {
          kind: 'publish',
          content: { text: input.text, attachments: files },
          ...(input.link ? { link: input.link } : {}),
        },
        conversationId: null,
        messageId: null,
        targetMessageId: null,
        agentId: who.agentId,
        reason: null,
        isMarking: false,
      },
      now,
    );
    if (!isNew) throw idTaken();
    await addAudit(tx, who, { act: 'post.publish', target: input.id, detail: { inboxId: input.inboxId } }, now);
    const made = await readOutgoing(tx, who.workspaceId, id);
    if (!made) throw new Error('The post that was just queued is not there.');
    await recordChanges(tx, who.workspaceId, [{ kind: 'outgoing', conversationId: null }], now);
    return made;
  });
}

const idTaken = () =>
  new CareError('conflict', 'id_taken', 'This id belongs to something else already. Try again with a new one.');
