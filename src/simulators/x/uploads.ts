import type { Call, Endpoint } from './call.ts';
import type { Part } from './multipart.ts';
import { forbidden, invalid } from './refusal.ts';
import type { MediaFile, Store } from './store.ts';

const CATEGORIES: Readonly<
  Record<string, { readonly type: MediaFile['type']; readonly most: number; readonly mime: RegExp }>
> = {
  image: { type: 'photo', most: 5_242_880, mime: /^image\/(jpeg|png|webp)$/ },
  gif: { type: 'animated_gif', most: 15_728_640, mime: /^image\/gif$/ },
  video: { type: 'video', most: 536_870_912, mime: /^video\/mp4$/ },
};
const DAY_MS = 86_400_000;

interface Upload {
  readonly id: string;
  readonly place: string;
  readonly kind: string;
  readonly mimeType: string;
  readonly total: number;
  readonly parts: Map<number, Uint8Array>;
  readonly at: Date;
  isDone: boolean;
  /** How often it is asked for before it is ready. */
  looks: number;
  alt?: string;
}
export interface Uploads {
  readonly endpoints: readonly Endpoint[];
  /** The files of these numbers, ready, of this account, and meant for this place. */
  take(ids: readonly unknown[], place: 'tweet' | 'dm'): readonly MediaFile[];
}

export function createUploads(store: Store, now: () => Date): Uploads {
  const uploads = new Map<string, Upload>();
  const bad = (name: string, value: unknown, message: string) => invalid(name, String(value), message);

  function begin(category: unknown, mimeType: unknown, total: number): Upload {
    const [, place = '', kind = ''] = /^(tweet|dm)_(image|gif|video)$/.exec(String(category)) ?? [];
    const rules = CATEGORIES[kind];
    if (!rules) throw bad('media_category', category, '$.media_category: is not one of the known categories');
    if (!rules.mime.test(String(mimeType)))
      throw bad('media_type', mimeType, 'Unsupported media type for this category');
    if (!Number.isInteger(total) || total <= 0 || total > rules.most)
      throw bad('total_bytes', total, `File size exceeds ${rules.most} bytes.`);
    const at = now();
    const id = store.nextId(at);
    const upload: Upload = {
      id,
      place,
      kind,
      mimeType: String(mimeType),
      total,
      parts: new Map(),
      at,
      isDone: false,
      looks: kind === 'image' ? 0 : 1,
    };
    uploads.set(id, upload);
    return upload;
  }
  const bytesOf = ({ parts }: Upload) =>
    Buffer.concat([...parts].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes));
  const known = (id: unknown): Upload => {
    const upload = uploads.get(String(id));
    if (!upload || now().getTime() - upload.at.getTime() > DAY_MS)
      throw bad('media_id', id, 'Your media IDs are invalid.');
    return upload;
  };
  const describe = (upload: Upload) => ({
    data: {
      id: upload.id,
      media_key: `${upload.kind === 'image' ? 3 : 13}_${upload.id}`,
      size: upload.total,
      expires_after_secs: 86_400,
      ...(upload.kind === 'image'
        ? {}
        : {
            processing_info:
              upload.looks > 0
                ? { state: 'in_progress', check_after_secs: 0, progress_percent: 50 }
                : { state: 'succeeded', progress_percent: 100 },
          }),
    },
  });
  function fileIn(call: Call): Part {
    const part = call.form.get('media');
    if (!part) throw bad('media', '', '$.media: is missing but it is required');
    return part;
  }
  const wordIn = (call: Call, name: string) => call.form.get(name)?.bytes.toString();
  const FORM: readonly string[] = [];

  return {
    take(ids, place) {
      const files = ids.map((one) => {
        if (typeof one !== 'string') throw bad('media.media_ids', one, '$.media.media_ids[0]: is not a string');
        const upload = known(one);
        if (!upload.isDone || upload.looks > 0)
          throw bad('media.media_ids', one, 'Your media IDs are invalid: the media is not ready.');
        if (upload.place !== place) throw bad('media.media_ids', one, 'Your media IDs are invalid for this category.');
        return upload;
      });
      if (files.length > 1 && files.some(({ kind }) => kind !== 'image'))
        throw bad('media.media_ids', ids, 'A Tweet can have up to 4 photos, or 1 animated GIF, or 1 video.');
      if (files.length > 4) throw bad('media.media_ids', ids, '$.media.media_ids: must have at most 4 items');
      return files.map((upload) => ({
        key: `${upload.kind === 'image' ? 3 : 13}_${upload.id}`,
        type: CATEGORIES[upload.kind]?.type ?? 'photo',
        mimeType: upload.mimeType,
        bytes: bytesOf(upload),
        isPrivate: place === 'dm',
        ...(upload.alt === undefined ? {} : { alt: upload.alt }),
      }));
    },
    endpoints: [
      {
        method: 'POST',
        path: /^\/2\/media\/upload$/,
        limit: 500,
        takes: FORM,
        answer(call) {
          const { bytes, type } = fileIn(call);
          const upload = begin(wordIn(call, 'media_category'), wordIn(call, 'media_type') ?? type, bytes.length);
          upload.parts.set(0, bytes);
          upload.isDone = true;
          return describe(upload);
        },
      },
      {
        method: 'POST',
        path: /^\/2\/media\/upload\/initialize$/,
        limit: 500,
        takes: ['media_type', 'total_bytes', 'media_category', 'additional_owners', 'shared'],
        answer: ({ body }) => describe(begin(body.media_category, body.media_type, Number(body.total_bytes))),
      },
      {
        method: 'POST',
        path: /^\/2\/media\/upload\/(\d+)\/append$/,
        limit: 500,
        takes: FORM,
        answer(call) {
          const upload = known(call.ids[0]);
          const segment = Number(wordIn(call, 'segment_index') ?? Number.NaN);
          if (!Number.isInteger(segment) || segment < 0 || segment > 999)
            throw bad('segment_index', segment, '$.segment_index: is not a number');
          const { bytes } = fileIn(call);
          if (bytes.length > 5_242_880) throw bad('media', '', 'The chunk is larger than 5 MB.');
          upload.parts.set(segment, bytes);
          return { data: { expires_at: Math.floor(upload.at.getTime() / 1_000) + 86_400 } };
        },
      },
      {
        method: 'POST',
        path: /^\/2\/media\/upload\/(\d+)\/finalize$/,
        limit: 500,
        takes: FORM,
        answer(call) {
          const upload = known(call.ids[0]);
          if (bytesOf(upload).length !== upload.total)
            throw bad('media_id', upload.id, 'Segments do not add up to provided total file size.');
          upload.isDone = true;
          return describe(upload);
        },
      },
      {
        method: 'GET',
        path: /^\/2\/media\/upload$/,
        limit: 500,
        takes: ['command', 'media_id'],
        answer(call) {
          const upload = known(call.query.get('media_id'));
          upload.looks = Math.max(0, upload.looks - 1);
          return describe(upload);
        },
      },
      {
        method: 'POST',
        path: /^\/2\/media\/metadata$/,
        limit: 500,
        takes: ['id', 'metadata'],
        answer({ body }) {
          const upload = known(body.id);
          const { metadata } = body as { metadata?: { alt_text?: { text?: unknown } } };
          const text = metadata?.alt_text?.text;
          if (typeof text !== 'string' || text.length > 1_000)
            throw bad('metadata', text, '$.metadata.alt_text.text: is not a string of at most 1000');
          if (upload.kind === 'video') throw forbidden('Alt text is for images only.');
          upload.alt = text;
          return { data: { id: upload.id, associated_metadata: { alt_text: { text } } } };
        },
      },
    ],
  };
}
