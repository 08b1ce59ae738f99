import { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { Attachment } from '../../core/channel/content.ts';
import type { ChannelEvent, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, text, webUrl, whyNot } from '../shared/shapes.ts';

const time = z.iso.datetime().transform((value) => new Date(value));
const Visitor = z.object({ id, name: lenient(text), email: lenient(text) });
const File = z.object({ name: text, mime_type: text, data_base64: z.string() });
const Message = z.object({
  type: z.literal('message'),
  id,
  visitor: Visitor,
  text: text.default(''),
  files: z.array(z.unknown()).default([]),
  page: lenient(z.object({ url: webUrl, title: lenient(text) })),
  at: time,
});
const Seen = z.object({
  type: z.literal('seen'),
  visitor: Visitor,
  ids: z.array(id).min(1),
  status: z.enum(['delivered', 'read']),
  at: time,
});

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

/** What the door wrote into the ledger, see `src/server/chat`: one thing that a visitor did. */
export function parse({ body }: RawEntry, { account }: ParseContext): ChannelEvent[] {
  let raw: unknown;
  try {
    raw = parseJson(body);
  } catch {
    return [ignored('not JSON')];
  }
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined;
  const where = account ?? ('' as ExternalAccountId);
  if (type === 'message') {
    const result = Message.safeParse(raw);
    if (!result.success) return [ignored(`a line that cannot be read: ${whyNot(result.error)}`)];
    const { text: words, files } = result.data;
    // The door lets none in; it would be a message that says nothing.
    if (words.trim() === '' && files.length === 0) return [ignored('a line with nothing in it')];
    return [messageOf(result.data, where)];
  }
  if (type === 'seen') {
    const result = Seen.safeParse(raw);
    if (!result.success) return [ignored(`a sign of reading that cannot be read: ${whyNot(result.error)}`)];
    const { ids, status, at, visitor } = result.data;
    const thread = visitor.id as ExternalThreadId;
    return [{ kind: 'delivery', account: where, thread, ids: ids as ExternalMessageId[], status, at }];
  }
  return [ignored('something that the chat does not send')];
}

function messageOf(
  { visitor, files, page, ...line }: z.infer<typeof Message>,
  account: ExternalAccountId,
): ChannelEvent {
  const person: Person = {
    id: visitor.id as ExternalIdentityId,
    scope: account,
    ...(visitor.name ? { name: visitor.name } : visitor.email ? { name: visitor.email } : {}),
    ...(visitor.email ? { handle: visitor.email } : {}),
  };
  return {
    kind: 'message',
    account,
    id: line.id as ExternalMessageId,
    thread: { id: visitor.id as ExternalThreadId, kind: 'direct', reach: 'owned_private', counterpart: person },
    author: { kind: 'contact', person },
    content: {
      text: line.text,
      attachments: files.map(fileOf),
      ...(page
        ? { referral: { source: 'page', reference: page.url, ...(page.title ? { title: page.title } : {}) } }
        : {}),
    },
    sentAt: line.at,
  };
}

function fileOf(raw: unknown, part: number): Attachment {
  const result = File.safeParse(raw);
  if (!result.success) return { kind: 'unsupported', source: { kind: 'none' }, title: 'A file that cannot be read' };
  const { name, mime_type: mimeType, data_base64: data } = result.data;
  const [family] = mimeType.toLowerCase().split('/');
  return {
    kind:
      mimeType === 'image/gif'
        ? 'gif'
        : family === 'image' || family === 'video' || family === 'audio'
          ? family
          : 'file',
    source: { kind: 'part', part },
    name,
    mimeType,
    sizeBytes: Math.floor((data.length * 3) / 4),
  };
}

/** The bytes of one file; empty where there are none. */
export async function extract({ body }: RawEntry, part: number): Promise<Uint8Array> {
  const message = Message.safeParse(parseJson(body));
  const file = message.success ? File.safeParse(message.data.files[part]) : null;
  return file?.success ? Buffer.from(file.data.data_base64, 'base64') : new Uint8Array();
}
