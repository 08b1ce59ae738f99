import { type Connector, type FoundMessage, type FoundPost, Trouble } from '../../core/channel/connector.ts';
import { previewOf } from '../../core/filing/preview.ts';
import type { InboxId, MediaId, WorkspaceId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import { recordChanges } from '../../storage/changes.ts';
import { fileIdentities } from '../../storage/filing/identities.ts';
import { wantMedia } from '../../storage/filing/media.ts';
import { filePost } from '../../storage/filing/posts.ts';
import { readSealed, type SealedInbox } from '../../storage/inboxes.ts';
import {
  completeMessage,
  conversationsIn,
  listNameless,
  listPartial,
  listUnknownPosts,
  nameAuthor,
  notePersonLookedUp,
  noteThreadLookedUp,
  type PartialMessage,
} from '../../storage/look-ups.ts';
import { newId } from '../../storage/new-id.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

/** Of each kind and inbox in one round: answers to people come before curiosity. */
const AT_ONCE = 5;
const REST_AFTER_TROUBLE_MS = 5 * 60_000;

interface Asking extends WorkerDeps {
  readonly workspaceId: WorkspaceId;
  readonly inbox: SealedInbox;
  readonly connector: Connector;
  readonly credentials: unknown;
}

/** Asks networks, once each, for what their events left out: posts, names, and messages that came as mere ids. */
export function startLookUps(options: WorkerDeps & { readonly lookEveryMs?: number }): Promise<Running> {
  const { db, connectors, credentialsOf, log, signal } = options;
  const restUntil = new Map<InboxId, number>();
  const channels = [...connectors.values()].filter(({ lookups }) => lookups).map(({ channel }) => channel);
  return startSweep(
    { ...options, everyMs: options.lookEveryMs ?? 5_000, name: 'look-ups', restMs: 1_500 },
    async () => {
      for (const { id: workspaceId } of await listWorkspaces(db.read)) {
        const inboxes = await readSealed(db.read, workspaceId, { channels });
        await Promise.all(
          inboxes.map(async (inbox) => {
            const connector = connectors.get(inbox.channel);
            if (!connector || signal.aborted || (restUntil.get(inbox.id) ?? 0) > performance.now()) return;
            try {
              const credentials = credentialsOf(workspaceId, inbox.id, inbox.sealed);
              await askAll({ ...options, workspaceId, inbox, connector, credentials });
            } catch (error) {
              // Nothing waits for this: it is asked again later, and trouble is told by those whom it hinders.
              const afterMs = error instanceof Trouble ? error.afterMs : undefined;
              restUntil.set(inbox.id, performance.now() + Math.max(afterMs ?? 0, REST_AFTER_TROUBLE_MS));
              log.warn({ err: error, inboxId: inbox.id }, 'A look-up did not work.');
            }
          }),
        );
      }
    },
  );
}

async function askAll(asking: Asking): Promise<void> {
  const { db, now, workspaceId, inbox, connector, credentials } = asking;
  const { post, person, message } = connector.lookups ?? {};
  if (message)
    for (const partial of await listPartial(db.read, workspaceId, inbox.id, AT_ONCE))
      await keepMessage(asking, partial, await message(partial.externalId, credentials, inbox.account));
  if (post) {
    const bounds = { limit: AT_ONCE, now: now() };
    for (const thread of await db.transaction((tx) => listUnknownPosts(tx, workspaceId, inbox.id, bounds)))
      await keepPost(asking, thread.id, await post(thread.externalId, credentials, inbox.account));
  }
  if (!person) return;
  const bounds = { channel: inbox.channel, account: inbox.account, limit: AT_ONCE };
  for (const { id, externalId, scope } of await listNameless(db.read, workspaceId, bounds)) {
    const found = await person(externalId, credentials, inbox.account);
    await db.transaction(async (tx) => {
      // Under the name that we know them by, whatever other ids the network has for them.
      const known = found && { ...found, id: externalId as typeof found.id, scope, channel: inbox.channel };
      if (known) await fileIdentities(tx, workspaceId, [known], now());
      const shown = await notePersonLookedUp(tx, workspaceId, id, now());
      if (known)
        await recordChanges(
          tx,
          workspaceId,
          shown.map((conversationId) => ({ kind: 'contact', conversationId })),
          now(),
        );
    });
  }
}

async function keepPost(
  { db, now, workspaceId }: Asking,
  threadId: Parameters<typeof noteThreadLookedUp>[2],
  found: FoundPost | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await noteThreadLookedUp(tx, workspaceId, threadId, now());
    if (!found) return;
    const { attachments, ...said } = found.content;
    await filePost(tx, workspaceId, {
      threadId,
      isOurs: found.isOurs,
      authorName: found.authorName ?? null,
      content: { ...said, attachments: attachments.map(({ source, ...shown }) => shown) },
      remote: null,
      permalink: found.permalink ?? null,
      postedAt: found.at,
      counts: found.counts ?? null,
    });
    const changes = (await conversationsIn(tx, workspaceId, threadId)).map((conversationId) => ({
      kind: 'post',
      conversationId,
    }));
    await recordChanges(tx, workspaceId, changes, now());
  });
}

async function keepMessage(
  { db, now, workspaceId, inbox }: Asking,
  partial: PartialMessage,
  found: FoundMessage | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!found) {
      await completeMessage(tx, workspaceId, partial, null, now());
      return;
    }
    const { text, attachments, ...rest } = found.content;
    const files = attachments.map(({ source, ...shown }) => {
      const id = source.kind === 'url' || source.kind === 'ask' ? newId<MediaId>() : null;
      return { source, shown: id ? { ...shown, mediaId: id } : shown, id };
    });
    await completeMessage(
      tx,
      workspaceId,
      partial,
      {
        text,
        search: foldForSearch([found.content.subject, text].filter(Boolean).join('\n')),
        preview: previewOf(found.content),
        content: { ...rest, attachments: files.map(({ shown }) => shown) },
        permalink: found.permalink ?? null,
      },
      now(),
    );
    await wantMedia(
      tx,
      workspaceId,
      files.flatMap(({ source, shown, id }) =>
        id && partial.ledgerId !== null
          ? [
              {
                id,
                messageId: partial.id,
                inboxId: inbox.id,
                ledgerId: Number(partial.ledgerId),
                part: null,
                url: source.kind === 'url' ? source.url : null,
                ask: source.kind === 'ask' ? source.id : null,
                name: shown.name ?? null,
                mimeType: shown.mimeType ?? null,
                sizeBytes: shown.sizeBytes ?? null,
              },
            ]
          : [],
      ),
      now(),
    );
    if (found.person) {
      const person = { ...found.person, channel: inbox.channel };
      await nameAuthor(tx, workspaceId, partial, person);
      await fileIdentities(tx, workspaceId, [person], now());
    }
    await recordChanges(
      tx,
      workspaceId,
      [{ kind: 'message_completed', conversationId: partial.conversationId }],
      now(),
    );
  });
}
