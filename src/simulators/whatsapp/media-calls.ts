import { type Call, textOf } from '../meta/call.ts';
import { gone } from '../meta/refusal.ts';
import { missing, Refusal } from './refusal.ts';
import { type Number_, type State, storeFile, unix } from './state.ts';

const MB = 1_000_000;
const SIZES: readonly (readonly [RegExp, number])[] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^image\/webp$/, 0.5 * MB],
  [/^video\/(mp4|3gpp)$/, 16 * MB],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [
    /^(text\/plain|application\/(pdf|msword|vnd\.(ms-excel|ms-powerpoint|openxmlformats-officedocument\..+)))$/,
    100 * MB,
  ],
];
const OWN_DAYS = 30;
const ADDRESS_SECONDS = 300;

/** `POST /{phone-number-id}/media` */
export function takeMedia(state: State, call: Call, number: Number_): unknown {
  const [file] = call.files;
  if (call.params.messaging_product !== 'whatsapp') throw missing('messaging_product');
  if (!file) throw new Refusal(100, 'Invalid parameter', 'The parameter file is required.');
  const type = file.type.split(';')[0] ?? '';
  const most = SIZES.find(([pattern]) => pattern.test(type))?.[1];
  if (most === undefined)
    throw new Refusal(
      100,
      'Invalid parameter',
      `Param file must be a file with one of the types that are supported. Received file of type '${file.type}'.`,
    );
  if (file.bytes.length > most) throw new Refusal(131053, 'Media upload error', 'File size is too big');
  return { id: storeFile(state, number.id, { bytes: file.bytes, type, name: file.name }, OWN_DAYS) };
}

/** `GET` and `DELETE /{media-id}` */
export function mediaNode(state: State, call: Call): unknown {
  const [id = ''] = call.path;
  const file = state.files.get(id);
  const asked = textOf(call.params.phone_number_id);
  if (!file || file.goneAt <= state.now() || (asked !== undefined && asked !== file.numberId)) throw gone(id);
  if (call.method === 'DELETE') {
    state.files.delete(id);
    return { success: true };
  }
  const until = unix(state.now()) + ADDRESS_SECONDS;
  return {
    messaging_product: 'whatsapp',
    url: `${state.url}/whatsapp_business/attachments/?mid=${id}&ext=${until}&hash=AT1`,
    mime_type: file.type,
    sha256: '9c9d2663abc6',
    file_size: String(file.bytes.length),
    id,
  };
}

/** The file itself: for five minutes, and for the bearer of the token alone. Null: not to be had (any more). */
export function fileAt(state: State, address: string, authorization: string | undefined) {
  const query = new URL(address, 'http://lookaside.test').searchParams;
  if (authorization !== `Bearer ${state.token}`) return { status: 401 } as const;
  const file = state.files.get(query.get('mid') ?? '');
  if (!file || file.goneAt <= state.now() || Number(query.get('ext')) < unix(state.now()))
    return { status: 404 } as const;
  return { status: 200, file } as const;
}
