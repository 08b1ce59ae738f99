import type { ChannelEvent, MessageEvent, SentEvent } from '../../core/channel/event.ts';
import type { ConversationId, ExternalThreadId, Json, WorkspaceId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { fileDelivery, namesToCome } from '../../storage/filing/deliveries.ts';
import { findMessages } from '../../storage/filing/messages.ts';
import { keepEarly, type Mirrored, mirrorDeletion, mirrorEdit, mirrorVisibility } from '../../storage/filing/mirror.ts';
import { fileNotice } from '../../storage/filing/notices.ts';
import { filePost, mirrorPostDeletion } from '../../storage/filing/posts.ts';
import { externalKey, fileThreads, findThreads } from '../../storage/filing/threads.ts';
import { mirrorHitDeletion, mirrorHitEdit } from '../../storage/listening/mirror-hit.ts';
import { noteBounces } from '../../storage/mail/owners.ts';
import { adoptEcho } from '../../storage/outbox/adopt-echo.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { answersCameBack } from './answer-came-back.ts';
import type { Placed } from './parse-entries.ts';
import type { Verdict } from './verdict.ts';

type Other = Exclude<ChannelEvent['kind'], 'message' | 'reaction' | 'ignored'>;
export type OtherEvent = Extract<ChannelEvent, { kind: Other }>;
export interface Done {
  readonly verdict: Verdict;
  readonly changes: readonly Change[];
}

/** Files one event that is no message: rare enough to go one by one, in order. */
export async function fileOther(
  tx: Tx,
  workspaceId: WorkspaceId,
  placed: Placed<OtherEvent>,
  now: Date,
): Promise<Done> {
  const { event, inbox, entry } = placed;
  switch (event.kind) {
    case 'edit': {
      const { text, attachments: _, ...rest } = event.content;
      const target = { inboxId: inbox.id, externalId: event.id };
      const done = await mirrorEdit(tx, workspaceId, {
        ...target,
        text,
        search: foldForSearch([event.content.subject, text].filter(Boolean).join('\n')),
        content: rest,
        at: event.at,
        ledgerId: entry.id,
      });
      const hit = { channel: inbox.channel, ...target, content: event.content };
      const isOverheard = await mirrorHitEdit(tx, workspaceId, hit, now);
      return mirrored(tx, workspaceId, { ...placed, event }, done, isOverheard, () =>
        keepEarly(tx, workspaceId, {
          ...target,
          kind: 'edit',
          change: event.content as unknown as Json,
          at: event.at,
          ledgerId: entry.id,
        }),
      );
    }
    case 'deletion': {
      const target = { inboxId: inbox.id, externalId: event.id };
      const done = await mirrorDeletion(tx, workspaceId, { ...target, at: event.at }, now);
      const isOverheard = await mirrorHitDeletion(tx, workspaceId, { channel: inbox.channel, ...target }, now);
      if (!done && (await deletesPost(tx, workspaceId, { ...placed, event }, event.at)))
        return result(placed, 'filed', 'post deleted on the network', []);
      return mirrored(tx, workspaceId, { ...placed, event }, done, isOverheard, () =>
        keepEarly(tx, workspaceId, { ...target, kind: 'deletion', change: {}, at: event.at, ledgerId: entry.id }),
      );
    }
    case 'visibility': {
      const target = { inboxId: inbox.id, externalId: event.id };
      const done = await mirrorVisibility(tx, workspaceId, { ...target, isHidden: event.isHidden, at: event.at });
      return mirrored(tx, workspaceId, { ...placed, event }, done, false, () =>
        keepEarly(tx, workspaceId, {
          ...target,
          kind: 'visibility',
          change: { isHidden: event.isHidden },
          at: event.at,
          ledgerId: entry.id,
        }),
      );
    }
    case 'delivery': {
      if (event.status === 'failed') await noteBounces(tx, workspaceId, event.ids, event.detail ?? '', now);
      const moved = await fileDelivery(tx, workspaceId, inbox.id, event);
      const early = await namesToCome(tx, workspaceId, inbox.id, event.ids);
      for (const externalId of early)
        await keepEarly(tx, workspaceId, {
          inboxId: inbox.id,
          externalId,
          kind: 'delivery',
          change: { status: event.status, ...(event.detail ? { detail: event.detail } : {}) },
          at: event.at,
          ledgerId: entry.id,
        });
      if (moved.length === 0)
        return early.length > 0
          ? result(placed, 'filed', 'kept for a message whose name is still to come', [])
          : result(placed, 'duplicate', 'nothing that was not known', []);
      const back =
        event.status === 'failed' ? await answersCameBack(tx, workspaceId, moved, event.detail ?? '', now) : [];
      const conversations = [...new Set(moved.flatMap(({ conversationId }) => conversationId ?? []))];
      const changes = conversations.map((conversationId) => ({ kind: 'delivery', conversationId }));
      return result(placed, 'filed', event.status, [...changes, ...back]);
    }
    case 'sent': {
      const own = await adoptEcho(tx, workspaceId, inbox.id, echoOf(event));
      if (!own) return result(placed, 'duplicate', 'nothing that was not known', []);
      return result(placed, 'filed', 'sent, by our own mark', [
        { kind: 'delivery', conversationId: own.conversationId },
      ]);
    }
    case 'notice': {
      const conversations = await fileNotice(tx, workspaceId, inbox.id, event);
      if (!conversations) return result(placed, 'duplicate', 'known already', []);
      await addTimelineEvents(
        tx,
        workspaceId,
        conversations.map((conversationId) => ({
          conversationId,
          at: event.at,
          actorKind: 'system' as const,
          actorId: null,
          kind: `notice_${event.notice}`,
          detail: { detail: event.detail },
        })),
      );
      return result(
        placed,
        'filed',
        'notice',
        conversations.map((conversationId) => ({ kind: 'notice', conversationId })),
      );
    }
    case 'post': {
      const threads = await fileThreads(
        tx,
        workspaceId,
        [{ inboxId: inbox.id, thread: event.thread, counterpartId: null }],
        now,
      );
      const thread = threads.get(externalKey(inbox.id, event.thread.id));
      if (!thread) throw new Error(`No thread could be made for post ${event.thread.id}.`);
      const isNew = await filePost(tx, workspaceId, {
        threadId: thread.id,
        isOurs: event.author.kind === 'business',
        authorName: event.author.kind === 'contact' ? (event.author.person.name ?? null) : null,
        content: event.content,
        remote: (event.remote ?? null) as Json,
        permalink: event.permalink ?? null,
        postedAt: event.at,
        counts: event.counts ?? null,
      });
      return isNew ? result(placed, 'filed', 'post', []) : result(placed, 'duplicate', 'known just so', []);
    }
  }
}

/** An echo without words: only the mark says whose it is, so it names no thread in which the same words may stand. */
function echoOf({ account, id, mark, at }: SentEvent): MessageEvent {
  return {
    kind: 'message',
    account,
    id,
    thread: { id: '' as ExternalThreadId, kind: 'direct', reach: 'owned_private' },
    author: { kind: 'business' },
    content: { text: '', attachments: [] },
    sentAt: at,
    mark,
  };
}

async function mirrored(
  tx: Tx,
  workspaceId: WorkspaceId,
  placed: Placed<Extract<OtherEvent, { kind: 'edit' | 'deletion' | 'visibility' }>>,
  done: Mirrored | null,
  /** It changed what was overheard, too. */
  isHit: boolean,
  keep: () => Promise<boolean>,
): Promise<Done> {
  const { event, inbox } = placed;
  const overheard = isHit ? [{ kind: 'listening', conversationId: null }] : [];
  if (!done) {
    const known = await findMessages(tx, workspaceId, [{ inbox_id: inbox.id, external_id: event.id }]);
    if (known.size > 0) return result(placed, 'duplicate', 'known just so', []);
    const isKept = await keep();
    if (isHit) return result(placed, 'filed', `${event.kind} of a hit on a board`, overheard);
    return isKept
      ? result(placed, 'filed', 'kept until its message comes', [])
      : result(placed, 'duplicate', 'known already', []);
  }
  const kind =
    event.kind === 'edit'
      ? 'message_edited'
      : event.kind === 'deletion'
        ? 'message_deleted'
        : event.isHidden
          ? 'message_hidden'
          : 'message_unhidden';
  if (done.conversationId)
    await addTimelineEvents(tx, workspaceId, [
      {
        conversationId: done.conversationId,
        at: event.at,
        actorKind: event.kind === 'visibility' ? 'system' : 'contact',
        actorId: null,
        kind,
        detail: { messageId: done.messageId },
      },
    ]);
  return result(
    placed,
    'filed',
    kind.replace('_', ' '),
    [{ kind: event.kind, conversationId: done.conversationId }, ...overheard],
    done,
  );
}

async function deletesPost(
  tx: Tx,
  workspaceId: WorkspaceId,
  { event, inbox }: Placed<Extract<OtherEvent, { kind: 'deletion' }>>,
  at: Date,
): Promise<boolean> {
  const threads = await findThreads(tx, workspaceId, [{ inbox_id: inbox.id, external_id: event.id }]);
  const thread = threads.get(externalKey(inbox.id, event.id));
  return thread ? mirrorPostDeletion(tx, workspaceId, thread.id, at) : false;
}

function result(
  placed: Placed,
  state: Verdict['state'],
  became: string,
  changes: readonly Change[],
  done?: Mirrored,
): Done {
  const conversationId: ConversationId | null | undefined = done?.conversationId;
  return {
    verdict: {
      entryId: placed.entry.id,
      position: placed.position,
      state,
      kind: placed.event.kind,
      became,
      messageId: done?.messageId,
      conversationId,
    },
    changes,
  };
}
