import type { AttachmentSource, Attachment as Kept } from '../../core/channel/content.ts';
import { Attachment } from './element.ts';

const NONE: AttachmentSource = { kind: 'none' };
/** The thumbs-up in its three sizes. Source: Meta, Messenger webhooks of 31 August 2026; the two larger observed. */
const LIKES = new Set(['369239263222822', '369239343222814', '369239383222810']);
const WORDS: Readonly<Record<string, string>> = { appointment_booking: 'An appointment', template: 'A card' };

export function attachmentOf(raw: unknown, messageStickerId: string | undefined): Kept {
  const result = Attachment.safeParse(raw);
  if (!result.success)
    return { kind: 'unsupported', source: NONE, title: 'Something that Messenger sent in an unknown shape' };
  const { type, payload, title: outer, url: outerUrl } = result.data;
  const url = payload?.url ?? outerUrl;
  const title = payload?.title ?? outer;
  const named = title ? { title } : {};
  const bytes: AttachmentSource = url ? { kind: 'url', url } : NONE;
  switch (type) {
    case 'sticker':
    case 'image': {
      // Until 31 August 2026 a sticker came as an image with a sticker's number.
      const sticker = payload?.sticker_id ?? messageStickerId;
      if (type === 'sticker' || sticker !== undefined) {
        return {
          kind: 'sticker',
          source: bytes,
          ...(sticker && LIKES.has(sticker) ? { title: 'Like', alt: '👍' } : named),
        };
      }
      return { kind: url && /\.gif(\?|$)/i.test(url) ? 'gif' : 'image', source: bytes, ...named };
    }
    case 'video':
    case 'audio':
      return { kind: type, source: bytes, ...named };
    case 'file':
      return { kind: 'file', source: bytes, ...named, ...nameOf(url) };
    case 'fallback':
    case 'reel':
    case 'ig_reel':
    case 'post':
    case 'ig_post':
      return url
        ? { kind: 'link', source: NONE, href: url, ...named }
        : unsupported(title ?? 'Something that Messenger does not pass on');
    case 'location': {
      const at = payload?.coordinates;
      return at
        ? { kind: 'location', source: NONE, title: title ?? `${at.lat}, ${at.long}`, href: mapOf(at.lat, at.long) }
        : unsupported(title ?? 'A place');
    }
    case 'template':
      return product(payload?.product?.elements[0]) ?? unsupported(title ?? 'A card');
    default:
      return unsupported(
        title ??
          (Object.hasOwn(WORDS, type) ? WORDS[type] : undefined) ??
          `A "${type.slice(0, 60).toWellFormed()}" of Messenger`,
      );
  }
}

const unsupported = (title: string): Kept => ({ kind: 'unsupported', source: NONE, title });
const mapOf = (lat: number, long: number) => `https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}`;

function nameOf(url: string | undefined): { readonly name?: string } {
  const path = url === undefined ? '' : (URL.parse(url)?.pathname ?? '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return last ? { name: decodeURIComponent(last) } : {};
  } catch {
    return { name: last };
  }
}

type Product = {
  readonly retailer_id?: string;
  readonly image_url?: string;
  readonly title?: string;
  readonly subtitle?: string;
};
function product(element: Product | undefined): Kept | null {
  if (!element) return null;
  const { image_url: picture, title, subtitle, retailer_id: reference } = element;
  return {
    kind: 'product',
    source: picture ? { kind: 'url', url: picture } : NONE,
    title: [title ?? 'A product', subtitle].filter(Boolean).join(' · '),
    ...(reference ? { name: reference } : {}),
  };
}
