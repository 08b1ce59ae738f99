import type { AttachmentKind, Content } from '../channel/content.ts';

const SIGNS: Partial<Record<AttachmentKind, string>> = {
  image: '🖼',
  video: '🎬',
  audio: '🎤',
  file: '📎',
  sticker: '🏷',
  gif: '🖼',
  link: '🔗',
  location: '📍',
  product: '🛍',
  contact_card: '👤',
};

/** A line for the list, in no language of ours: the words, or signs for what came without words. */
export function previewOf(content: Content, max = 240): string {
  const words = (content.text || content.subject || '').replace(/\s+/gu, ' ').trim();
  if (words) return words.length > max ? `${words.slice(0, max).toWellFormed().trimEnd()}…` : words;
  if (content.rating)
    return 'stars' in content.rating ? '★'.repeat(content.rating.stars) : content.rating.positive ? '👍' : '👎';
  return content.attachments
    .map(({ kind, name, title }) => [SIGNS[kind] ?? '▫', name ?? title].filter(Boolean).join(' '))
    .join(', ')
    .slice(0, max);
}
