import { z } from 'zod';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import { listOf } from './shapes.ts';

const Link = z.looseObject({ url: z.string().min(1), expanded_url: lenient(text) });
const File = z.looseObject({
  id: lenient(id),
  id_str: lenient(id),
  type: text,
  /** The short address that stands for it in the text. */
  url: lenient(z.string().min(1)),
  expanded_url: lenient(text),
  media_url_https: lenient(webUrl),
  ext_alt_text: lenient(text),
  video_info: lenient(
    z.looseObject({
      variants: listOf(z.looseObject({ url: webUrl, content_type: lenient(z.string()), bitrate: lenient(z.number()) })),
    }),
  ),
});
export const EntitiesOfV1 = z.looseObject({
  urls: listOf(Link),
  media: listOf(File),
  user_mentions: listOf(z.looseObject({ id_str: lenient(id), id: lenient(id), screen_name: lenient(text) })),
});
export type FileOfV1 = z.infer<typeof File>;

export const fileOfV1 = File;

/** Files as v2 names them beside a thing, and the addresses in its text that stand for them. */
export function filesOfV1(files: readonly FileOfV1[]) {
  const named = files.flatMap((file) => {
    const key = file.id_str ?? file.id;
    return key === undefined ? [] : [{ file, key: `${file.type === 'photo' ? 3 : 13}_${key}` }];
  });
  return {
    keys: named.map(({ key }) => key),
    media: named.map(({ file, key }) => ({
      media_key: key,
      type: file.type,
      ...(file.type === 'photo' ? { url: file.media_url_https } : { preview_image_url: file.media_url_https }),
      alt_text: file.ext_alt_text,
      variants: file.video_info?.variants.map(({ url, content_type, bitrate }) => ({
        url,
        content_type,
        bit_rate: bitrate,
      })),
    })),
    links: named.flatMap(({ file: { url, expanded_url }, key }) =>
      url === undefined ? [] : [{ url, expanded_url, media_key: key }],
    ),
  };
}
