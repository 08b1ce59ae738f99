import type { Attachment } from '../../core/channel/content.ts';
import type { Step } from '../../core/filing/delta.ts';
import { previewOf } from '../../core/filing/preview.ts';
import { ratingOf } from '../../core/filing/rating.ts';
import type { ConversationId, Json, MediaId, MessageId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { WantedMedia } from '../../storage/filing/media.ts';
import type { NewMessage } from '../../storage/filing/messages.ts';
import { newId } from '../../storage/new-id.ts';
import { packUnderstood } from '../../storage/packed-understood.ts';
import type { Located } from './place-messages.ts';

export interface Described {
  readonly row: NewMessage;
  readonly step: Step;
  readonly media: readonly WantedMedia[];
}

/** Turns a located message into its row, what it means for its conversation, and the files to fetch. */
export function describeMessage(message: Located, conversationId: ConversationId | null): Described {
  const { event, entry, inbox, thread, identity } = message;
  const id = newId<MessageId>();
  const isInbound = event.author.kind !== 'business';
  const isByAPerson = isInbound && !event.automatic;
  const blockedBy = isByAPerson ? (identity?.blockedBy ?? null) : null;
  const understood = message.understood ?? null;
  const language = understood?.language.code ?? null;
  const { text, attachments, ...rest } = event.content;
  const files = attachments.map((attachment) =>
    toFile(attachment, { messageId: id, inboxId: inbox.id, ledgerId: entry.id }),
  );
  return {
    row: {
      id,
      inboxId: inbox.id,
      threadId: thread.id,
      conversationId,
      identityId: identity?.id ?? null,
      externalId: event.id,
      worldId: event.worldId ?? null,
      parentExternalId: event.parent ?? null,
      mark: event.mark ?? null,
      direction: isInbound ? 'inbound' : 'outbound',
      reach: thread.reach,
      text,
      content: { ...rest, attachments: files.map(({ shown }) => shown) },
      search: foldForSearch([event.content.subject, text].filter(Boolean).join('\n')),
      language,
      understood: understood && packUnderstood(understood),
      automatic: event.automatic ?? null,
      isHistory: event.isHistory ?? false,
      isPartial: event.isPartial ?? false,
      remote: (event.remote ?? null) as Json,
      permalink: event.permalink ?? null,
      sentAt: event.sentAt,
      receivedAt: entry.receivedAt,
      ledgerId: entry.id,
    },
    step: {
      isInbound,
      asks: isByAPerson && !blockedBy,
      blockedBy,
      isHistory: event.isHistory ?? false,
      // A call that we made answers nobody, unless an agent says so.
      isFromElsewhere: !isInbound && !event.isHistory && event.content.call === undefined,
      sentAt: event.sentAt,
      preview: previewOf(event.content),
      language,
      said: { understood, rating: ratingOf(event.content), problem: message.problem ?? null },
    },
    media: files.flatMap(({ wanted }) => (wanted ? [wanted] : [])),
  };
}

function toFile(attachment: Attachment, where: Pick<WantedMedia, 'messageId' | 'inboxId' | 'ledgerId'>) {
  const { source, ...shown } = attachment;
  if (source.kind === 'none') return { shown, wanted: null };
  const id = newId<MediaId>();
  return {
    shown: { ...shown, mediaId: id },
    wanted: {
      ...where,
      id,
      part: source.kind === 'part' ? source.part : null,
      url: source.kind === 'url' ? source.url : null,
      ask: source.kind === 'ask' ? source.id : null,
      name: attachment.name ?? null,
      mimeType: attachment.mimeType ?? null,
      sizeBytes: attachment.sizeBytes ?? null,
    },
  };
}
