import type { Attachment } from '../../../wire/messages.ts';
import { t, tryText } from '../../text/t.ts';

const PICTURES: readonly string[] = ['image', 'gif'];

export const kindWords = (kind: string): string =>
  tryText(`attachment.kind.${kind}`) ?? t('attachment.kind.unsupported');

export interface Stored {
  readonly attachment: Attachment;
  readonly url: string;
  readonly name: string;
}

/** What lies on our own server and can be shown. */
export function storedOf(attachment: Attachment): Stored | null {
  const { state, mediaId, name, kind } = attachment;
  if (state !== 'stored' || mediaId === null) return null;
  return { attachment, url: `/media/${mediaId}`, name: name ?? kindWords(kind) };
}

export function looksLike({ kind, mimeType }: Attachment): 'picture' | 'sticker' | 'video' | 'voice' | 'file' {
  const type = mimeType ?? '';
  if (kind === 'sticker') return 'sticker';
  if (type === 'image/svg+xml') return 'file';
  if (type.startsWith('image/') || (type === '' && PICTURES.includes(kind))) return 'picture';
  if (type.startsWith('video/')) return 'video';
  return type.startsWith('audio/') ? 'voice' : 'file';
}
