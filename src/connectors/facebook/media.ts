import { z } from 'zod';
import type { Attachment } from '../../core/channel/content.ts';
import { lenient, text, webUrl } from '../shared/shapes.ts';

/** What hangs on a comment or a post, as Graph shows it. */
export const Media = z.object({
  type: lenient(z.string()),
  media_type: lenient(z.string()),
  title: lenient(text),
  url: lenient(webUrl),
  media: lenient(z.object({ image: lenient(z.object({ src: webUrl })), source: lenient(webUrl) })),
});

export function attachmentOf({ type, media_type, media, title, url }: z.infer<typeof Media>): Attachment {
  const kind = `${type ?? ''} ${media_type ?? ''}`;
  const named = title ? { title } : {};
  if (/sticker/.test(kind) && media?.image)
    return { kind: 'sticker', source: { kind: 'url', url: media.image.src }, ...named };
  if (/video/.test(kind))
    return {
      kind: 'video',
      source: media?.source ? { kind: 'url', url: media.source } : { kind: 'none' },
      ...named,
      ...(url ? { href: url } : {}),
    };
  if (/photo|image/.test(kind) && media?.image)
    return { kind: 'image', source: { kind: 'url', url: media.image.src }, ...named };
  if (url) return { kind: 'link', source: { kind: 'none' }, href: url, ...named };
  if (media?.image) return { kind: 'image', source: { kind: 'url', url: media.image.src }, ...named };
  return { kind: 'unsupported', source: { kind: 'none' }, title: title ?? 'Something that Facebook does not pass on' };
}
