import { createHash } from 'node:crypto';
import { CareError } from '../core/errors.ts';
import type { MediaId } from '../core/ids.ts';
import { sniffType } from '../core/media/sniff.ts';
import type { Database } from '../storage/database.ts';
import { addUpload, type Upload } from '../storage/media-reading.ts';
import { newId } from '../storage/new-id.ts';
import type { Who } from './who.ts';

/** Where the bytes go: the server's media folder. */
export interface Shelf {
  put(workspaceId: Who['workspaceId'], id: MediaId, bytes: Uint8Array): Promise<void>;
  remove(workspaceId: Who['workspaceId'], id: MediaId): Promise<void>;
}

/** Keeps a file for a message that is being written. What claims to be a picture must be one. */
export async function keepUpload(
  db: Database,
  shelf: Shelf,
  who: Who,
  file: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Upload> {
  if (file.bytes.length === 0) throw new CareError('invalid', 'empty_file', `“${file.name}” is empty.`);
  const upload: Upload = {
    id: newId<MediaId>(now.getTime()),
    name: nameOf(file.name),
    mimeType: typeOf(file),
    sizeBytes: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    uploadedBy: who.agentId,
  };
  // Bytes first: a row whose bytes are missing could be sent, bytes without a row are only litter.
  await shelf.put(who.workspaceId, upload.id, file.bytes);
  try {
    await db.alone((tx) => addUpload(tx, who.workspaceId, upload, now));
  } catch (error) {
    await shelf.remove(who.workspaceId, upload.id);
    throw error;
  }
  return upload;
}

/** The bytes decide where they can; a browser only guesses from the name. */
function typeOf({ name, mimeType, bytes }: { name: string; mimeType: string; bytes: Uint8Array }): string {
  const claimed = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType.toLowerCase() : 'application/octet-stream';
  const found = sniffType(bytes);
  if (claimed.startsWith('image/') && !found?.startsWith('image/'))
    throw new CareError('invalid', 'not_a_picture', `“${name}” is called a picture but is not one that we know.`);
  // Office files are ZIP archives: what they are called says more than that.
  return found === null || found === 'application/zip' ? claimed : found;
}

function nameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Control and direction-changing characters can make a name look like another one.
  return last.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 200) || 'file';
}
