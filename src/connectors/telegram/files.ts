import type { OutgoingAttachment } from '../../core/channel/outgoing.ts';
import { PHOTO_BYTES } from './capabilities.ts';

export type FileKind = 'photo' | 'video' | 'animation' | 'audio' | 'document';

/** As which kind Telegram shows a file best. What it would refuse as a picture goes as a plain file. */
export function kindOf({ mimeType, sizeBytes }: Pick<OutgoingAttachment, 'mimeType' | 'sizeBytes'>): FileKind {
  if (mimeType === 'image/gif') return 'animation';
  if (['image/jpeg', 'image/png', 'image/webp'].includes(mimeType) && sizeBytes <= PHOTO_BYTES) return 'photo';
  if (mimeType === 'video/mp4') return 'video';
  if (['audio/mpeg', 'audio/mp4', 'audio/x-m4a'].includes(mimeType)) return 'audio';
  return 'document';
}

/** An album holds pictures and videos, or only sound, or only files: where they are mixed, all go as files. */
export function albumKinds(files: readonly OutgoingAttachment[]): readonly FileKind[] {
  const kinds = files.map(kindOf);
  const isSeen = kinds.every((kind) => kind === 'photo' || kind === 'video');
  const isHeard = kinds.every((kind) => kind === 'audio');
  return isSeen || isHeard ? kinds : kinds.map(() => 'document');
}

/** Fields of a multipart call: objects as JSON, the rest as text. */
export function formOf(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  return form;
}

export async function attach(form: FormData, field: string, file: OutgoingAttachment): Promise<void> {
  form.set(field, new Blob([Uint8Array.from(await file.read())], { type: file.mimeType }), file.name);
}
