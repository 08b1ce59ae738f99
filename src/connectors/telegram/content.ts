import type { Attachment, AttachmentKind, Content } from '../../core/channel/content.ts';
import { DOWNLOAD_BYTES } from './capabilities.ts';
import type { Entity, Message, TelegramFile } from './update.ts';

/** What was said, and everything that came along. Something was said even where we can show nothing of it. */
export function contentOf(message: Message, raw: Readonly<Record<string, unknown>>): Content {
  const text = message.text ?? message.caption ?? message.dice?.emoji ?? '';
  const attachments = [...filesOf(message), ...cardsOf(message)];
  attachments.push(...hiddenLinks(text, message.entities ?? message.caption_entities ?? [], attachments));
  if (text === '' && attachments.length === 0) attachments.push(unsupported(`A "${kindIn(raw)}" of Telegram`));
  const start = /^\/start(?:@\w+)?\s+(\S.*)$/s.exec(text)?.[1];
  return {
    text,
    attachments,
    ...(start === undefined ? {} : { referral: { source: 'link', reference: start.trim() } }),
  };
}

function filesOf(message: Message): Attachment[] {
  const found: Attachment[] = [];
  const photo = message.photo?.flatMap((one) => one ?? []).at(-1); // in its sizes, the largest last
  if (photo) found.push(file('image', { ...photo, mime_type: 'image/jpeg' }));
  // An animation comes as a document too, so that older programs show something.
  if (message.animation) found.push(file('gif', message.animation));
  else if (message.document) found.push(file(imageOr(message.document), message.document));
  if (message.video) found.push(file('video', message.video));
  if (message.video_note) found.push(file('video', { mime_type: 'video/mp4', ...message.video_note }));
  if (message.voice) found.push(file('audio', message.voice));
  const { audio, sticker } = message;
  if (audio) {
    const title = [audio.performer, audio.title].filter(Boolean).join(': ');
    found.push({ ...file('audio', audio), ...(title ? { title } : {}) });
  }
  if (sticker) {
    // Moving stickers are drawn by a program that no browser has: their still picture is shown.
    const shown = sticker.is_animated || sticker.is_video ? (sticker.thumbnail ?? sticker) : sticker;
    found.push({ ...file('sticker', shown), ...(sticker.emoji ? { alt: sticker.emoji } : {}) });
  }
  return found;
}

const imageOr = ({ mime_type: type }: TelegramFile): AttachmentKind => (type?.startsWith('image/') ? 'image' : 'file');

function file(
  kind: AttachmentKind,
  { file_id: id, file_size: size, file_name: name, mime_type: type }: TelegramFile,
): Attachment {
  const isTooBig = size !== undefined && size > DOWNLOAD_BYTES;
  return {
    kind,
    source: isTooBig ? { kind: 'none' } : { kind: 'ask', id },
    ...(name ? { name } : {}),
    ...(type ? { mimeType: type } : {}),
    ...(size === undefined ? {} : { sizeBytes: size }),
    ...(isTooBig ? { title: 'Bigger than 20 MB: Telegram gives such files to people only, not to bots.' } : {}),
  };
}

const NONE = { kind: 'none' } as const;
const unsupported = (title: string): Attachment => ({ kind: 'unsupported', source: NONE, title });
const mapOf = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;

function cardsOf({ contact, location, venue, poll, dice }: Message): Attachment[] {
  const found: Attachment[] = [];
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    const title = [name, contact.phone_number].filter(Boolean).join(', ');
    found.push({ kind: 'contact_card', source: NONE, title: title || 'A contact' });
  }
  // A venue comes with its location a second time.
  const point = venue?.location ?? location;
  if (point) {
    const { latitude, longitude } = point;
    const title = [venue?.title, venue?.address].filter(Boolean).join(', ') || `${latitude}, ${longitude}`;
    found.push({ kind: 'location', source: NONE, title, href: mapOf(latitude, longitude) });
  }
  if (poll) found.push(unsupported(`A poll: ${poll.question}`));
  if (dice) found.push(unsupported(`A thrown ${dice.emoji}: ${dice.value}`));
  return found;
}

/** A word may lead to an address that the text does not show. */
function hiddenLinks(text: string, entities: readonly (Entity | null)[], shown: readonly Attachment[]): Attachment[] {
  const links = new Map<string, Attachment>();
  for (const entity of entities) {
    if (entity?.type !== 'text_link' || entity.url === undefined) continue;
    if (shown.some(({ href }) => href === entity.url)) continue;
    const title = text.slice(entity.offset, entity.offset + entity.length).toWellFormed();
    links.set(entity.url, { kind: 'link', source: NONE, href: entity.url, ...(title ? { title } : {}) });
  }
  return [...links.values()];
}

/** Keys that every message has; what else there is names its kind. */
const FRAME =
  /^(message_id|date|edit_date|chat|from|sender_.*|message_thread_id|direct_messages_topic|is_.*|has_.*|reply_.*|business_connection_id|forward_origin|external_reply|quote|via_bot|author_signature|media_group_id|effect_id|link_preview_options|show_caption_above_media|paid_star_count|suggested_post_info)$/;

const kindIn = (raw: Readonly<Record<string, unknown>>): string =>
  (Object.keys(raw).find((key) => !FRAME.test(key)) ?? 'message').slice(0, 60).replace(/\W/g, '?');
