import type { OutgoingAttachment } from '../../core/channel/outgoing.ts';
import { FILE_BYTES, PICTURE_BYTES, VIDEO_BYTES } from './capabilities.ts';

const MAX_NAME = 256;
/** By these, and by the ending of the address, Viber knows a picture. A GIF that moves is no picture there. */
const PICTURES: Readonly<Record<string, RegExp>> = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i };

type Formed = { readonly body: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** A file as a message: Viber and the phones fetch it from its address. */
export async function formFile(file: OutgoingAttachment): Promise<Formed> {
  const { name, mimeType, sizeBytes, address } = file;
  if (sizeBytes > FILE_BYTES) return { problem: `"${name}" is bigger than 50 MB, the most that Viber takes.` };
  if (sizeBytes === 0) return { problem: `"${name}" is empty.` };
  if (!/\.[A-Za-z0-9]{1,10}$/.test(name) || name.length > MAX_NAME)
    return { problem: `Viber wants a name with an ending, such as "receipt.pdf": rename "${name.slice(0, 80)}".` };
  if (!address) return { problem: 'Viber fetches files itself, and this desk has no address that it could reach.' };
  const media = await address();
  const path = URL.parse(media)?.pathname ?? '';
  if (PICTURES[mimeType]?.test(path) && sizeBytes <= PICTURE_BYTES)
    return { body: { type: 'picture', text: '', media } };
  if (mimeType === 'video/mp4' && sizeBytes <= VIDEO_BYTES && /\.mp4$/i.test(path))
    return { body: { type: 'video', media, size: sizeBytes } };
  return { body: { type: 'file', media, size: sizeBytes, file_name: name } };
}
