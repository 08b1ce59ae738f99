import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CareError } from '../../core/errors.ts';
import type { Json, MessageId } from '../../core/ids.ts';
import { readMailBody } from '../../storage/media-reading.ts';
import { Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

/**
 * For the frame that shows a mail: nothing runs and nothing is fetched from elsewhere, even if something slipped
 * through the sanitising. The frame keeps our origin, or its own pictures would be asked for without the session.
 */
const FRAME = [
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const Attachments = z.array(z.object({ contentId: z.string().optional(), mediaId: z.string().optional() }));

export const mailHtmlRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  app.get(
    '/api/messages/:id/html',
    {
      config: { rule: { act: 'conversations.read', on: { a: 'message', right: 'see' } } },
      schema: {
        tags: ['conversations'],
        params: z.object({ id: Id }),
        response: {
          200: {
            description: 'The sanitised mail as a page for a frame; X-Blocked-Pictures says how many were left out',
            content: { 'text/html': { schema: z.string() } },
          },
        },
      },
    },
    async ({ who, params: { id } }, reply) => {
      const mail = await readMailBody(db.read, who.workspaceId, id as MessageId);
      if (!mail) throw new CareError('not_found', 'no_html', 'This message has no HTML.');
      const { safeMail } = await import('./mail-html.ts');
      const media = mediaByContentId(mail.attachments);
      const { page, blockedPictures } = safeMail(mail.html, (contentId) => media.get(contentId) ?? null);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', FRAME)
        .header('cache-control', 'private, no-store')
        .header('x-blocked-pictures', blockedPictures)
        .send(page);
    },
  );
};

function mediaByContentId(attachments: Json): ReadonlyMap<string, string> {
  const known = Attachments.safeParse(attachments).data ?? [];
  return new Map(known.flatMap(({ contentId, mediaId }) => (contentId && mediaId ? [[contentId, mediaId]] : [])));
}
