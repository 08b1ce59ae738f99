import type { Attachment, AttachmentSource, Content } from '../../core/channel/content.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Message } from './element.ts';

const NONE: AttachmentSource = { kind: 'none' };

export function contentOf(message: Message): Content {
  const attachment = attachmentOf(message);
  const quotes = message.quotedMessageId;
  return {
    text: message.type === 'text' ? (message.text ?? '') : '',
    attachments: attachment ? [attachment] : [],
    ...(quotes ? { quotes: quotes as ExternalMessageId } : {}),
  };
}

function attachmentOf(message: Message): Attachment | null {
  const { type, fileName: name, fileSize: sizeBytes } = message;
  switch (type) {
    case 'text':
      return message.text ? null : unsupported('An empty message');
    case 'image':
    case 'video':
    case 'audio':
      return { kind: type, source: bytesOf(message), ...ofSeveral(message.imageSet) };
    case 'file':
      return {
        kind: 'file',
        source: bytesOf(message),
        ...(name ? { name } : {}),
        ...(sizeBytes === undefined ? {} : { sizeBytes }),
      };
    case 'sticker':
      return stickerOf(message);
    case 'location':
      return placeOf(message);
    default:
      return unsupported(`A "${type.slice(0, 60).toWellFormed()}" of LINE`);
  }
}

const unsupported = (title: string): Attachment => ({ kind: 'unsupported', source: NONE, title });

/** LINE keeps it for a while and gives it out to the account's own token; what a website put there lies there. */
function bytesOf({ id, contentProvider: provider }: Message): AttachmentSource {
  if (provider?.type !== 'external') return { kind: 'ask', id };
  return provider.originalContentUrl ? { kind: 'url', url: provider.originalContentUrl } : NONE;
}

/** Pictures that were sent together come one by one. */
function ofSeveral(set: Message['imageSet']): { readonly title?: string } {
  return set?.index && set.total ? { title: `${set.index} of ${set.total}` } : {};
}

/** The picture of a sticker is LINE's own and not given out by the API; what it says is. */
function stickerOf({ text, keywords, stickerId }: Message): Attachment {
  const says = text ?? keywords?.slice(0, 5).join(', ');
  const title = says || (stickerId ? `Sticker ${stickerId}` : 'A sticker');
  return { kind: 'sticker', source: NONE, title, ...(says ? { alt: says } : {}) };
}

function placeOf({ title, address, latitude: lat, longitude: long }: Message): Attachment {
  const words = [title, address].filter(Boolean).join(', ');
  if (lat === undefined || long === undefined) return unsupported(words || 'A place');
  return {
    kind: 'location',
    source: NONE,
    title: words || `${lat}, ${long}`,
    href: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}`,
  };
}
