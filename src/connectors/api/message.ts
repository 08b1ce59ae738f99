import type { z } from 'zod';
import type { Attachment, AttachmentKind, Content } from '../../core/channel/content.ts';
import type { ChannelEvent, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { FileOf, type Message } from './element.ts';

export interface Place {
  readonly account: ExternalAccountId;
  readonly receivedAt: Date;
}

export function readMessage(message: z.infer<typeof Message>, { account, receivedAt }: Place): ChannelEvent {
  const person: Person = {
    // The sender's ids are good within one source only.
    scope: account,
    id: message.person.id as ExternalIdentityId,
    ...(message.person.name ? { name: message.person.name } : {}),
    ...(message.person.handle ? { handle: message.person.handle } : {}),
    ...(message.person.avatar_url ? { avatarUrl: message.person.avatar_url } : {}),
  };
  const { thread } = message;
  return {
    kind: 'message',
    account,
    id: message.id as ExternalMessageId,
    thread: {
      // Without one, everything of a person is one talk.
      id: (thread?.id ?? `person:${person.id}`) as ExternalThreadId,
      kind: 'direct',
      reach: 'owned_private',
      counterpart: person,
      ...(thread?.title ? { title: thread.title } : {}),
      ...(thread?.url ? { permalink: thread.url } : {}),
    },
    author: message.from === 'business' ? { kind: 'business' } : { kind: 'contact', person },
    content: contentOf(message),
    sentAt: message.sent_at ?? receivedAt,
    ...(message.url ? { permalink: message.url } : {}),
    ...(message.from === 'business' && message.answer_id ? { mark: message.answer_id } : {}),
    ...(message.automatic ? { automatic: 'bot' } : {}),
    ...(message.is_history ? { isHistory: true } : {}),
  };
}

export interface Said {
  readonly text?: string | undefined;
  readonly attachments?: readonly unknown[] | undefined;
  readonly subject?: string | undefined;
  readonly in_reply_to?: string | undefined;
}

export function contentOf(said: Said): Content {
  const text = said.text ?? '';
  const attachments = (said.attachments ?? []).map(attachmentOf);
  return {
    text,
    // Something was said, even where nothing of it can be read.
    attachments:
      text.trim() === '' && attachments.length === 0
        ? [{ kind: 'unsupported', source: { kind: 'none' }, title: 'A message without words' }]
        : attachments,
    ...(said.subject ? { subject: said.subject } : {}),
    ...(said.in_reply_to ? { quotes: said.in_reply_to as ExternalMessageId } : {}),
  };
}

function attachmentOf(raw: unknown): Attachment {
  const result = FileOf.safeParse(raw);
  if (!result.success)
    return { kind: 'unsupported', source: { kind: 'none' }, title: 'A file that was sent without a web address' };
  const { url, name, mime_type: mimeType, size_bytes: sizeBytes, alt } = result.data;
  return {
    kind: kindOf(mimeType, url),
    source: { kind: 'url', url },
    ...(name ? { name } : {}),
    ...(mimeType ? { mimeType } : {}),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(alt ? { alt } : {}),
  };
}

const ENDINGS: Readonly<Record<string, AttachmentKind>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  webp: 'image',
  gif: 'gif',
  mp4: 'video',
  mov: 'video',
  mp3: 'audio',
  ogg: 'audio',
  m4a: 'audio',
};

function kindOf(mimeType: string | undefined, url: string): AttachmentKind {
  if (mimeType === 'image/gif') return 'gif';
  const [family] = mimeType?.toLowerCase().split('/') ?? [];
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  if (mimeType !== undefined) return 'file';
  const ending = /\.([a-z0-9]{2,4})$/i.exec(URL.parse(url)?.pathname ?? '')?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined) ?? 'file';
}
