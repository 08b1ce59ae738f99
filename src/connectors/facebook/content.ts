import type { Attachment, Content } from '../../core/channel/content.ts';
import type { FeedValue } from './change.ts';

/** The addresses end after hours or days, so the bytes are fetched when the event is filed. */
export function contentOf(value: FeedValue): Content {
  const attachments: Attachment[] = [];
  const photos = [...(value.photo ? [value.photo] : []), ...(value.photos ?? [])];
  for (const url of new Set(photos))
    attachments.push({ kind: isGif(url) ? 'gif' : 'image', source: { kind: 'url', url } });
  if (value.video) attachments.push({ kind: 'video', source: { kind: 'url', url: value.video } });
  if (value.link) attachments.push(linked(value, value.link));
  if (attachments.length === 0 && value.video_id && !value.message)
    attachments.push({ kind: 'video', source: { kind: 'none' }, title: value.title ?? 'A video' });
  return { text: value.message ?? value.story ?? '', attachments };
}

/** A photo post carries its picture as `link`; elsewhere a link is a page that was shared. */
function linked(value: FeedValue, link: string): Attachment {
  if (value.item === 'photo') return { kind: 'image', source: { kind: 'url', url: link } };
  if (value.item === 'video') return { kind: 'video', source: { kind: 'url', url: link } };
  return { kind: 'link', source: { kind: 'none' }, href: link, ...(value.title ? { title: value.title } : {}) };
}

const isGif = (url: string) => /\.gif(\?|$)/i.test(url);
