import type { AttachmentLimit, TextLimit } from '../../core/channel/capabilities.ts';
import type { OutgoingContent } from '../../core/channel/outgoing.ts';
import { isOfType } from '../../core/outgoing/fit.ts';
import { overBy } from '../../core/text/measure.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import { MAX_IMAGE_BYTES } from './capabilities.ts';

const NO_FILES: AttachmentLimit = { max: 0, maxBytes: 0, types: [] };

/** Why this cannot be said there, or null. */
export function contentProblem(
  { text, attachments }: OutgoingContent,
  limit: TextLimit,
  files: AttachmentLimit = NO_FILES,
): Refusal | null {
  const over = overBy(text, limit);
  const unit = limit.unit === 'utf8-bytes' ? 'bytes' : 'characters';
  if (over > 0) return refused('too_long', `The text is ${over} ${unit} too long for Instagram.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  if (attachments.length === 0) return null;
  if (files.max === 0) return refused('bad_attachment', 'Here Instagram takes words only.');
  if (attachments.length > files.max) return refused('bad_attachment', 'One file can be sent at a time.');
  if (text.trim() !== '')
    return refused(
      'bad_attachment',
      'Instagram takes words or a file, not both in one message: send the file on its own.',
    );
  const odd = attachments.find(({ mimeType }) => !files.types.some((type) => isOfType(mimeType, type)));
  if (odd) return refused('bad_attachment', `Instagram does not take "${odd.name}" (${odd.mimeType}).`);
  const big = attachments.find(({ sizeBytes, mimeType }) => sizeBytes > mostOf(mimeType, files.maxBytes));
  return big
    ? refused('bad_attachment', `"${big.name}" is bigger than ${mostOf(big.mimeType, files.maxBytes) / 1_000_000} MB.`)
    : null;
}
const mostOf = (mimeType: string, otherwise: number) => (mimeType.startsWith('image/') ? MAX_IMAGE_BYTES : otherwise);
