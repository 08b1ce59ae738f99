import type { Attachment as Kept } from '../../core/channel/content.ts';
import { Attachment } from './element.ts';

const NONE = { kind: 'none' } as const;
export const unsupported = (title: string): Kept => ({ kind: 'unsupported', source: NONE, title });
/** Shown by its address only: what was shared is somebody else's, and a story must not outlive itself. */
const shownThere = (url: string | undefined, title: string): Kept =>
  url ? { kind: 'link', source: NONE, href: url, title } : unsupported(title);

/** Source: Meta, Instagram Messaging "Webhooks", "Story mentions"; read 2026-11. */
export const storyMention = (url: string | undefined): Kept => shownThere(url, 'A story that mentions you');
export const answeredStory = (url: string | undefined): Kept => shownThere(url, 'In answer to your story');

export function attachmentOf(raw: unknown): Kept {
  const result = Attachment.safeParse(raw);
  if (!result.success) return unsupported('Something that Instagram sent in an unknown shape');
  const { type, payload } = result.data;
  const { url, title } = payload ?? {};
  switch (type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return {
        kind: type,
        source: url ? { kind: 'url', url } : NONE,
        ...(title ? { title } : {}),
      };
    case 'story_mention':
      return storyMention(url);
    case 'share':
    case 'ig_post':
    case 'post':
      return shownThere(url, title || 'A shared post');
    case 'ig_reel':
    case 'reel':
      return shownThere(url, title || 'A shared reel');
    case 'fallback':
      return shownThere(url, title || 'Something that Instagram does not pass on');
    case 'ephemeral':
      return unsupported('A picture or film to be seen once, in the Instagram app only');
    case 'template':
      return product(payload?.product?.elements[0] ?? payload?.generic?.elements[0]) ?? unsupported(title ?? 'A card');
    default:
      return unsupported(title ?? `A "${type.slice(0, 60)}" of Instagram`);
  }
}

function product(
  element:
    | {
        readonly retailer_id?: string | undefined;
        readonly image_url?: string | undefined;
        readonly title?: string | undefined;
        readonly subtitle?: string | undefined;
      }
    | undefined,
): Kept | null {
  if (!element) return null;
  const { image_url: picture, title, subtitle, retailer_id: reference } = element;
  return {
    kind: 'product',
    source: picture ? { kind: 'url', url: picture } : NONE,
    title: [title ?? 'A product', subtitle].filter(Boolean).join(' · '),
    ...(reference ? { name: reference } : {}),
  };
}
