import type { FastifyReply } from 'fastify';
import { CareError } from '../../core/errors.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { mayBeShown } from '../../core/media/sniff.ts';
import type { MediaRow } from '../../storage/media-reading.ts';
import type { MediaFolder } from './media-folder.ts';
import { readRange } from './range.ts';

/** The bytes of a stored file, so that no browser takes them for a page of ours. */
export async function sendMedia(
  reply: FastifyReply,
  media: MediaFolder,
  workspaceId: WorkspaceId,
  row: MediaRow,
  asked?: string,
): Promise<FastifyReply> {
  const size = row.sizeBytes ?? 0;
  const range = readRange(asked, size);
  if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${size}`).send();
  const bytes = media.stream(workspaceId, row.id, range ?? undefined);
  await opened(bytes);
  if (range) reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${size}`);
  return reply
    .headers({
      'content-type': (mayBeShown(row.mimeType) && row.mimeType) || 'application/octet-stream',
      'content-length': range ? range.to - range.from + 1 : size,
      'content-disposition': disposition(row),
      // Opened by itself it is a page of nobody: no script, no frame, no origin.
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      // Not for longer: a customer may delete what they sent.
      'cache-control': 'private, max-age=3600',
    })
    .send(bytes);
}

function disposition({ name, mimeType }: MediaRow): string {
  const kind = mayBeShown(mimeType) ? 'inline' : 'attachment';
  const plain = (name ?? 'file').replace(/[^\w. -]/g, '_').slice(0, 150);
  const whole = encodeURIComponent((name ?? 'file').toWellFormed().slice(0, 150)).replace(/['()*]/g, percent);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

function opened(stream: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', () => reject(new CareError('not_found', 'missing', 'The bytes of this file are missing.')));
  });
}
