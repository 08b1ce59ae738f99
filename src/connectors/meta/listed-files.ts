import { z } from 'zod';
import type { Attachment } from '../../core/channel/content.ts';
import { lenient, text, webUrl } from '../shared/shapes.ts';

const File = z.object({
  mime_type: lenient(text),
  name: lenient(text),
  size: lenient(z.number()),
  image_data: lenient(z.object({ url: webUrl })),
  video_data: lenient(z.object({ url: webUrl })),
  file_url: lenient(webUrl),
});

/** What hangs on a message, as the list of a conversation shows it. What cannot be read is left out. */
export const listedFiles = (attachments: readonly unknown[]): readonly Attachment[] =>
  attachments.flatMap((raw) => {
    const file = File.safeParse(raw).data;
    return file ? [fileOf(file)] : [];
  });

function fileOf({
  mime_type: type,
  name,
  size,
  image_data: image,
  video_data: video,
  file_url: other,
}: z.infer<typeof File>): Attachment {
  const url = image?.url ?? video?.url ?? other;
  const [family] = (type ?? '').split('/');
  const kind = image
    ? 'image'
    : video
      ? 'video'
      : family === 'image' || family === 'video' || family === 'audio'
        ? family
        : 'file';
  return {
    kind,
    source: url ? { kind: 'url', url } : { kind: 'none' },
    ...(name ? { name } : {}),
    ...(type ? { mimeType: type } : {}),
    ...(size === undefined ? {} : { sizeBytes: size }),
  };
}
