/** What is wrong with a message, by Viber's own numbers; null: nothing. */
export type Wrong = readonly [status: number, message: string];

type Body = Readonly<Record<string, unknown>>;
const BAD = 3;
const MISSING = 4;
const MAX_BYTES = 30 * 1024;
const MB = 1_000_000;

const missing = (what: string): Wrong => [MISSING, `${what} is missing`];
const bad = (what: string): Wrong => [BAD, `${what} is not valid`];

const COMMON = ['receiver', 'sender', 'tracking_data', 'min_api_version', 'type', 'keyboard'];
const OWN: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  picture: ['text', 'media', 'thumbnail'],
  video: ['media', 'size', 'duration', 'thumbnail'],
  file: ['media', 'size', 'file_name'],
  url: ['media'],
  location: ['location'],
  contact: ['contact'],
  sticker: ['sticker_id'],
};

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max;
const isUrl = (value: unknown): value is string =>
  isText(value, 2_000) && /^https?:$/.test(URL.parse(value)?.protocol ?? '');
const isSize = (value: unknown, max: number) =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= max;

export function wrongMessage(body: Body): Wrong | null {
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES) return bad('the size of the request');
  const { sender, type, tracking_data: tracking, min_api_version: version } = body;
  if (!isText(body.receiver, 100)) return missing('receiver');
  const name = typeof sender === 'object' && sender !== null && 'name' in sender ? sender.name : undefined;
  if (name === undefined) return missing('sender.name');
  if (!isText(name, 28)) return bad('sender.name');
  if (tracking !== undefined && !isText(tracking, 4_000)) return bad('tracking_data');
  if (version !== undefined && !(typeof version === 'number' && version >= 1 && version <= 10))
    return [13, 'apiVersionNotSupported'];
  if (typeof type !== 'string') return missing('type');
  const own = Object.hasOwn(OWN, type) ? OWN[type] : undefined;
  if (!own) return bad('type');
  const strange = Object.keys(body).find((key) => !COMMON.includes(key) && !own.includes(key));
  return strange === undefined ? wrongPart(type, body) : bad(strange);
}

function wrongPart(type: string, body: Body): Wrong | null {
  const { text, media, size, file_name: name } = body;
  if ((type === 'picture' || type === 'video' || type === 'file' || type === 'url') && !isUrl(media))
    return bad('media');
  const path = typeof media === 'string' ? (URL.parse(media)?.pathname ?? '') : '';
  switch (type) {
    case 'text':
      return text === undefined || text === '' ? missing('text') : isText(text, 7_000) ? null : bad('text');
    case 'picture':
      if (!/\.(jpe?g|png|gif)$/i.test(path)) return bad('media');
      return text === undefined || text === '' || isText(text, 512) ? null : bad('text');
    case 'video':
      return size === undefined ? missing('size') : isSize(size, 26 * MB) ? null : bad('size');
    case 'file':
      if (size === undefined) return missing('size');
      if (!isSize(size, 50 * MB)) return bad('size');
      return isText(name, 256) && /\.\w+$/.test(name) ? null : bad('file_name');
    case 'sticker':
      return typeof body.sticker_id === 'number' ? null : bad('sticker_id');
    case 'location':
      return typeof body.location === 'object' ? null : bad('location');
    case 'contact':
      return typeof body.contact === 'object' ? null : bad('contact');
    default:
      return null;
  }
}
