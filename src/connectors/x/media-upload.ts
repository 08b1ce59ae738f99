import type { OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import { field, textOf } from './accounts.ts';
import type { Api, ApiAnswer } from './api.ts';
import { MAX_GIF, MAX_PICTURE, MAX_VIDEO } from './capabilities.ts';
import { outcomeBeforeSend, refused } from './outcome.ts';

type Kind = 'image' | 'gif' | 'video';
const MOST: Readonly<Record<Kind, number>> = { image: MAX_PICTURE, gif: MAX_GIF, video: MAX_VIDEO };
const CHUNK = 4 * 1024 * 1024;
const LONGEST_WAIT_MS = 120_000;

const kindOf = (mimeType: string): Kind | null =>
  mimeType === 'image/gif'
    ? 'gif'
    : /^image\/(jpeg|png|webp)$/.test(mimeType)
      ? 'image'
      : mimeType === 'video/mp4'
        ? 'video'
        : null;

/** Puts files with the network, before anything is said. Their numbers, or why it does not work. */
export async function uploadAll(
  api: Api,
  files: readonly OutgoingAttachment[],
  place: 'tweet' | 'dm',
): Promise<readonly string[] | SendOutcome> {
  const why = whyNot(files, place);
  if (why !== null) return refused('bad_attachment', why);
  const ids: string[] = [];
  for (const file of files) {
    const id = await upload(api, file, place);
    if (typeof id !== 'string') return id;
    ids.push(id);
  }
  return ids;
}

function whyNot(files: readonly OutgoingAttachment[], place: 'tweet' | 'dm'): string | null {
  const kinds = files.map(({ mimeType }) => kindOf(mimeType));
  const odd = files.find((_, at) => kinds[at] === null);
  if (odd) return `X takes JPEG, PNG, WebP, GIF and MP4, and "${odd.name}" is none of them.`;
  const big = files.find(({ sizeBytes }, at) => sizeBytes > MOST[kinds[at] ?? 'image']);
  if (big)
    return `"${big.name}" is too big: X takes pictures up to 5 MB, GIFs up to 15 MB, and videos here up to 100 MB.`;
  if (place === 'dm' && files.length > 1) return 'A direct message on X carries one file.';
  if (files.length > 4) return 'A post on X carries at most four pictures.';
  if (files.length > 1 && kinds.some((kind) => kind !== 'image'))
    return 'A post on X carries up to four pictures, or one GIF, or one video.';
  return null;
}

async function upload(api: Api, file: OutgoingAttachment, place: 'tweet' | 'dm'): Promise<string | SendOutcome> {
  const kind = kindOf(file.mimeType) ?? 'image';
  const bytes = await file.read();
  const media_category = `${place}_${kind}`;
  const started =
    kind === 'image' ? await whole(api, file, bytes, media_category) : await inParts(api, file, bytes, media_category);
  if (!started.ok) return outcomeBeforeSend(started);
  const data = field(started.body, 'data');
  const id = textOf(data, 'id');
  if (id === undefined) return { kind: 'try_later', afterMs: 60_000, detail: 'X took the file without naming it.' };
  const trouble = await ready(api, id, field(data, 'processing_info'));
  if (trouble) return trouble;
  const alt = file.alt?.trim();
  if (alt && place === 'tweet' && kind !== 'video') {
    const described = await api.post('/2/media/metadata', {
      id,
      metadata: { alt_text: { text: alt.slice(0, 1_000).toWellFormed() } },
    });
    if (!described.ok) return outcomeBeforeSend(described);
  }
  return id;
}

function whole(api: Api, file: OutgoingAttachment, bytes: Uint8Array, media_category: string): Promise<ApiAnswer> {
  const form = new FormData();
  form.set('media_category', media_category);
  form.set('media_type', file.mimeType);
  form.set('media', new Blob([Uint8Array.from(bytes)], { type: file.mimeType }), file.name);
  return api.post('/2/media/upload', form);
}

async function inParts(
  api: Api,
  file: OutgoingAttachment,
  bytes: Uint8Array,
  media_category: string,
): Promise<ApiAnswer> {
  const start = { media_type: file.mimeType, total_bytes: bytes.length, media_category };
  const begun = await api.post('/2/media/upload/initialize', start);
  if (!begun.ok) return begun;
  const id = textOf(field(begun.body, 'data'), 'id');
  if (id === undefined) return begun; // without a name nothing can be added; said where it is asked for
  for (let at = 0; at * CHUNK < bytes.length; at += 1) {
    const form = new FormData();
    form.set('segment_index', String(at));
    form.set('media', new Blob([Uint8Array.from(bytes.subarray(at * CHUNK, (at + 1) * CHUNK))]), file.name);
    const appended = await api.post(`/2/media/upload/${id}/append`, form);
    if (!appended.ok) return appended;
  }
  return api.post(`/2/media/upload/${id}/finalize`, null);
}

/** Films are worked on for a while before they can be shown. Null: it is ready. */
async function ready(api: Api, id: string, info: unknown): Promise<SendOutcome | null> {
  let now = info;
  for (let waited = 0; now !== undefined; ) {
    const state = textOf(now, 'state');
    if (state === 'succeeded') return null;
    if (state === 'failed')
      return refused('bad_attachment', 'X could not read the file. Save it in another way, or send another.');
    const seconds = Number(field(now, 'check_after_secs') ?? 1);
    const ms = Math.min(Math.max(Number.isFinite(seconds) ? seconds * 1_000 : 1_000, 0), 30_000);
    if (waited + ms > LONGEST_WAIT_MS)
      return { kind: 'try_later', afterMs: 60_000, detail: 'X is still working on the file.' };
    await new Promise((resolve) => setTimeout(resolve, ms));
    waited += Math.max(ms, 1);
    const answer = await api.get('/2/media/upload', { command: 'STATUS', media_id: id });
    if (!answer.ok) return outcomeBeforeSend(answer);
    now = field(field(answer.body, 'data'), 'processing_info');
  }
  return null;
}
