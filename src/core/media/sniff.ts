type Mark = readonly [offset: number, bytes: string];

/** First bytes by which a kind of file is known. Source: WHATWG, "MIME Sniffing"; read 2026-11. `bytes` in Latin-1. */
const MARKS: readonly (readonly [type: string, ...marks: readonly Mark[]])[] = [
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/gif', [0, 'GIF8']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/avif', [4, 'ftypavif']],
  ['image/avif', [4, 'ftypavis']],
  ['image/heic', [4, 'ftypheic']],
  ['image/heic', [4, 'ftypmif1']],
  ['image/bmp', [0, 'BM']],
  ['image/x-icon', [0, '\x00\x00\x01\x00']],
  ['audio/wav', [0, 'RIFF'], [8, 'WAVE']],
  ['audio/mp4', [4, 'ftypM4A ']],
  ['video/quicktime', [4, 'ftypqt  ']],
  ['video/mp4', [4, 'ftyp']],
  ['video/webm', [0, '\x1aE\xdf\xa3']],
  ['audio/ogg', [0, 'OggS']],
  ['audio/mpeg', [0, 'ID3']],
  ['audio/mpeg', [0, '\xff\xfb']],
  ['audio/aac', [0, '\xff\xf1']],
  ['audio/amr', [0, '#!AMR']],
  ['application/pdf', [0, '%PDF-']],
  ['application/zip', [0, 'PK\x03\x04']],
];

/** What these bytes are, whatever they are called; null when their kind has no mark that we know. */
export function sniffType(bytes: Uint8Array): string | null {
  const found = MARKS.find(([, ...marks]) => marks.every(([offset, mark]) => hasMark(bytes, offset, mark)));
  return found?.[0] ?? null;
}

function hasMark(bytes: Uint8Array, offset: number, mark: string): boolean {
  for (let at = 0; at < mark.length; at += 1) if (bytes[offset + at] !== mark.charCodeAt(at)) return false;
  return true;
}

/** Kinds that a browser shows without running anything of theirs. No SVG and no PDF: both may hold scripts. */
const SHOWN = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/aac',
  'audio/webm',
]);

/** Whether it may be shown inside the desk; everything else is only ever saved. */
export function mayBeShown(mimeType: string | null): boolean {
  return mimeType !== null && SHOWN.has(mimeType.toLowerCase().split(';')[0]?.trim() ?? '');
}
