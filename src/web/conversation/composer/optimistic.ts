import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import type { Way } from '../../../wire/replying.ts';

interface Said {
  readonly id: string;
  readonly text: string;
  readonly way: Way | null;
  readonly author: { readonly id: string | null; readonly name: string };
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly mimeType: string;
    readonly sizeBytes: number;
  }[];
  readonly choices?: readonly string[];
  readonly at: string;
}

/** The conversation with a row for what is on its way to the server. Twice the same id is one row. */
export function withPending(detail: ConversationDetail, said: Said): ConversationDetail {
  if (detail.messages.some((message) => message.id === said.id)) return detail;
  return { ...detail, messages: [...detail.messages, pending(said)] };
}

/** The conversation without it, when the server said no. */
export function withoutPending(detail: ConversationDetail, id: string): ConversationDetail {
  return { ...detail, messages: detail.messages.filter((message) => message.id !== id) };
}

function pending({ id, text, way, author, files, choices = [], at }: Said): Message {
  return {
    id,
    threadId: way?.threadId ?? null,
    direction: way ? 'outbound' : 'note',
    reach: way?.reach ?? 'owned_private',
    author: { kind: 'agent', id: author.id, name: author.name, avatarUrl: null },
    isContext: false,
    text,
    subject: null,
    hasHtml: false,
    attachments: files.map((file) => ({
      kind: file.mimeType.startsWith('image/') ? 'image' : 'file',
      mediaId: file.id,
      state: 'stored',
      name: file.name,
      mimeType: file.mimeType,
      sizeBytes: file.sizeBytes,
      title: null,
      href: null,
      alt: null,
      detail: null,
    })),
    rating: null,
    payload: null,
    ...(choices.length > 0 ? { choices: [...choices] } : {}),
    quotesId: null,
    parentId: way?.inReplyTo ?? null,
    automatic: null,
    isHistory: false,
    language: null,
    understood: null,
    delivery: way ? 'queued' : null,
    deliveryDetail: null,
    permalink: null,
    sentAt: at,
    editedAt: null,
    deletedAt: null,
    hiddenAt: null,
    versions: [],
    reactions: [],
    acts: [],
  };
}
