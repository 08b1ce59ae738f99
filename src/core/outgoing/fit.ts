import type { AttachmentLimit, TextLimit, TextUnit } from '../channel/capabilities.ts';
import { overBy } from '../text/measure.ts';

export interface Misfit {
  readonly code: 'empty' | 'too_long' | 'too_many_files' | 'file_too_big' | 'file_type' | 'words_or_file';
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

const UNITS: Readonly<Record<TextUnit, string>> = {
  utf16: 'characters',
  graphemes: 'characters',
  'utf8-bytes': 'bytes',
  weighted: 'characters',
};

/** Why this cannot be said there, or null. */
export function misfitOf(
  said: { readonly text: string; readonly files: readonly File[] },
  limits: { readonly text: TextLimit; readonly attachments: AttachmentLimit },
): Misfit | null {
  const { text, files } = said;
  const { attachments } = limits;
  if (text.trim() === '' && files.length === 0) return { code: 'empty', message: 'Write something first.' };
  const over = overBy(text, limits.text);
  if (over > 0) return tooLong(over, text, limits.text);
  if (files.length > attachments.max)
    return {
      code: 'too_many_files',
      message: attachments.max === 0 ? 'No files can be sent this way.' : `At most ${attachments.max} can be sent.`,
      details: { max: attachments.max },
    };
  if (attachments.withText === false && files.length > 0 && text.trim() !== '')
    return {
      code: 'words_or_file',
      message: 'This network takes words or a file, not both in one message. Send one after the other.',
    };
  const big = files.find(({ sizeBytes }) => sizeBytes > attachments.maxBytes);
  if (big)
    return {
      code: 'file_too_big',
      message: `"${big.name}" is too big: at most ${Math.floor(attachments.maxBytes / 100_000) / 10} MB.`,
      details: { name: big.name, maxBytes: attachments.maxBytes },
    };
  const odd = files.find(({ mimeType }) => !attachments.types.some((type) => isOfType(mimeType, type)));
  if (!odd) return null;
  return {
    code: 'file_type',
    message: `"${odd.name}" is of a kind that cannot be sent here (${odd.mimeType}).`,
    details: { name: odd.name, types: attachments.types },
  };
}

function tooLong(over: number, text: string, limit: TextLimit): Misfit {
  const isByFirst = overBy(text, { max: limit.max, unit: limit.unit }) === over;
  const unit = isByFirst ? limit.unit : (limit.also?.unit ?? limit.unit);
  return {
    code: 'too_long',
    message: `The text is ${over} ${UNITS[unit]} too long.`,
    details: { overBy: over, unit, max: isByFirst ? limit.max : limit.also?.max },
  };
}

/** @param pattern `image/*`, say */
export function isOfType(mimeType: string, pattern: string): boolean {
  if (pattern === '*/*') return true;
  return pattern.endsWith('/*') ? mimeType.startsWith(pattern.slice(0, -1)) : pattern === mimeType;
}
