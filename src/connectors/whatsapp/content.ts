import type { Attachment, AttachmentKind, AttachmentSource, Content } from '../../core/channel/content.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { ContactCard, Location, type Media, type Said } from './element.ts';
import { readOrder, readProduct } from './products.ts';
import { readTapped } from './tapped.ts';

const NONE: AttachmentSource = { kind: 'none' };
const unsupported = (title: string): Attachment => ({ kind: 'unsupported', source: NONE, title });

/** What a message says, whatever its type: something was said, even where nothing of it is passed on. */
export function contentOf(said: Said): Content {
  const { text, attachments, payload } = partsOf(said);
  const { context, referral } = said;
  const quotes = context?.id ?? context?.message_id;
  const product = context?.referred_product?.product_retailer_id;
  const title = referral?.headline;
  const reference = referral?.source_id ?? referral?.ctwa_clid;
  return {
    text,
    attachments: product ? [...attachments, readProduct(product)] : attachments,
    ...(quotes ? { quotes: quotes as ExternalMessageId } : {}),
    ...(payload === undefined ? {} : { payload }),
    ...(referral
      ? {
          referral: {
            source: referral.source_type ?? 'unknown',
            ...(title ? { title } : {}),
            ...(reference ? { reference } : {}),
          },
        }
      : {}),
  };
}

interface Parts {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly payload?: string;
}

function partsOf(said: Said): Parts {
  const only = (attachment: Attachment): Parts => ({ text: '', attachments: [attachment] });
  switch (said.type) {
    case 'text':
      return said.text?.body ? { text: said.text.body, attachments: [] } : only(unsupported('A text without words'));
    case 'image':
    case 'video':
    case 'audio':
    case 'sticker':
      return withFile(said.type, said[said.type]);
    case 'document':
      return withFile('file', said.document);
    case 'location':
      return only(placeOf(said.location));
    case 'contacts':
      return said.contacts?.length
        ? { text: '', attachments: said.contacts.map(cardOf) }
        : only(unsupported('A contact'));
    case 'interactive':
    case 'button':
      return readTapped(said) ?? only(unsupported(whatItWas({ ...said, type: said.interactive?.type ?? said.type })));
    case 'order':
      return readOrder(said.order) ?? only(unsupported('An order without products'));
    default:
      return only(unsupported(whatItWas(said)));
  }
}

function withFile(kind: AttachmentKind, media: Media | undefined): Parts {
  if (!media) return { text: '', attachments: [unsupported('A file that WhatsApp does not pass on')] };
  // `audio/ogg; codecs=opus`: what comes after the semicolon is for players.
  const [mimeType] = (media.mime_type ?? '').split(';');
  const file: Attachment = {
    kind,
    source: { kind: 'ask', id: media.id },
    ...(mimeType ? { mimeType: mimeType.trim() } : {}),
    ...(media.filename ? { name: media.filename } : {}),
    ...(media.voice ? { title: 'Voice message' } : {}),
  };
  return { text: media.caption ?? '', attachments: [file] };
}

function placeOf(raw: unknown): Attachment {
  const place = Location.safeParse(raw).data;
  if (!place) return unsupported('A place');
  const { latitude, longitude, name, address } = place;
  const title = [name, address].filter(Boolean).join(', ') || `${latitude}, ${longitude}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
  return { kind: 'location', source: NONE, title, href };
}

function cardOf(raw: unknown): Attachment {
  const card = ContactCard.safeParse(raw).data;
  const name = card?.name?.formatted_name ?? card?.name?.first_name ?? card?.org?.company ?? 'A contact';
  const phones = (card?.phones ?? []).map(({ phone }) => phone);
  const emails = (card?.emails ?? []).map(({ email }) => email);
  return { kind: 'contact_card', source: NONE, title: [name, ...phones, ...emails].filter(Boolean).join(' · ') };
}

/** Meta's own words are "Message type unknown": they tell a person nothing. */
function whatItWas({ type, unsupported: inner, errors }: Said): string {
  const named = inner?.type ?? (type === 'unsupported' || type === 'unknown' ? undefined : type);
  if (named) return `A "${named.slice(0, 60).toWellFormed()}" of WhatsApp, which it does not pass on`;
  const code = errors?.[0]?.code;
  if (code === 131060) return 'A message that WhatsApp could not deliver to us: ask the person to send it again';
  return 'Something that WhatsApp does not pass on';
}
