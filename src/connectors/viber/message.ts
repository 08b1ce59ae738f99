import type { Attachment, AttachmentSource, Content } from '../../core/channel/content.ts';
import type { Message } from './element.ts';

const NONE: AttachmentSource = { kind: 'none' };

/** What was said. Files stay on Viber for an hour only. */
export function contentOf(message: Message): Content {
  const attachment = attachmentOf(message);
  const isBareLink = message.type === 'url' && !message.text && message.media !== undefined;
  return {
    text: message.text ?? (isBareLink ? (message.media ?? '') : ''),
    attachments: attachment ? [attachment] : [],
  };
}

function attachmentOf(message: Message): Attachment | null {
  const { type, media, file_name: name, file_size: sizeBytes } = message;
  const source: AttachmentSource = media ? { kind: 'url', url: media } : NONE;
  const file = { source, ...(name ? { name } : {}), ...(sizeBytes === undefined ? {} : { sizeBytes }) };
  switch (type) {
    case 'text':
      return message.text ? null : unsupported('An empty message');
    case 'picture':
      return { kind: 'image', ...file };
    case 'video':
      return { kind: 'video', ...file };
    case 'file':
      return { kind: 'file', ...file };
    case 'sticker':
      return { kind: 'sticker', source, ...(message.sticker_id ? { title: `Sticker ${message.sticker_id}` } : {}) };
    case 'location':
      return placeOf(message.location);
    case 'contact':
      return cardOf(message.contact);
    case 'url':
      return media ? { kind: 'link', source: NONE, href: media } : unsupported('A link');
    default:
      return unsupported(message.alt_text ?? `A "${type.slice(0, 60).toWellFormed()}" of Viber`);
  }
}

const unsupported = (title: string): Attachment => ({ kind: 'unsupported', source: NONE, title });

function placeOf(at: Message['location']): Attachment {
  if (!at) return unsupported('A place');
  const { lat, lon } = at;
  const href = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}`;
  return { kind: 'location', source: NONE, title: `${lat}, ${lon}`, href };
}

function cardOf(contact: Message['contact']): Attachment {
  const title = [contact?.name, contact?.phone_number].filter(Boolean).join(' · ');
  return title ? { kind: 'contact_card', source: NONE, title } : unsupported('A contact');
}
