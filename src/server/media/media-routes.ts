import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keepUpload } from '../../actions/keep-upload.ts';
import { CareError } from '../../core/errors.ts';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';
import { type MediaRow, readMedia } from '../../storage/media-reading.ts';
import { Id } from '../../wire/common.ts';
import { StoredMedia } from '../../wire/messages.ts';
import type { Deps } from '../deps.ts';
import { opensFile } from './file-address.ts';
import { sendMedia } from './send-media.ts';

/** The largest file that any network of ours takes, in bytes. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;
const tags = ['media'];

export const mediaRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, media, seal, now }) => {
  app.post(
    '/api/media',
    {
      config: { rule: { act: 'messages.send' } },
      schema: { tags, consumes: ['multipart/form-data'], response: { 201: StoredMedia } },
    },
    async (request, reply) => {
      if (!request.isMultipart()) throw new CareError('invalid', 'no_file', 'Send the file as multipart/form-data.');
      const part = await request.file({ limits: { fileSize: MAX_UPLOAD_BYTES }, throwFileSizeLimit: false });
      if (!part) throw new CareError('invalid', 'no_file', 'There is no file in this request.');
      const bytes = await part.toBuffer();
      if (part.file.truncated)
        throw new CareError('invalid', 'too_large', `“${part.filename}” is larger than 25 MB.`, {
          maxBytes: MAX_UPLOAD_BYTES,
        });
      const file = { name: part.filename, mimeType: part.mimetype, bytes };
      const { id, name, mimeType, sizeBytes } = await keepUpload(db, media, request.who, file, now());
      reply.status(201);
      return { id, name, mimeType, sizeBytes };
    },
  );

  app.get(
    '/media/:id',
    {
      config: { rule: { act: 'conversations.read', on: { a: 'media', right: 'see' } }, rateLimit: false },
      schema: { tags, params: z.object({ id: Id }) },
    },
    async ({ who, params, headers }, reply) => {
      const id = params.id as MediaId;
      const row = await readMedia(db.read, who.workspaceId, id);
      if (row?.state !== 'stored' || row.sizeBytes === null) throw notToBeHad(row);
      return sendMedia(reply, media, who.workspaceId, row, headers.range);
    },
  );

  app.get(
    '/files/:workspace/:id/:key/:name',
    {
      config: { rule: 'public', because: 'the address is the key: sealed for one file of ours, for two days' },
      schema: {
        tags,
        params: z.object({
          workspace: z.coerce.number().int().positive(),
          id: Id,
          key: z.string().max(500),
          name: z.string().max(300),
        }),
      },
    },
    async ({ params, headers }, reply) => {
      const workspaceId = params.workspace as WorkspaceId;
      const id = params.id as MediaId;
      const isOpen = opensFile(seal, workspaceId, id, params.key, now());
      const row = isOpen ? await readMedia(db.read, workspaceId, id) : null;
      if (row?.state !== 'stored' || row.sizeBytes === null)
        throw new CareError('not_found', 'no_such_file', 'There is no such file, or its address is too old.');
      return sendMedia(reply, media, workspaceId, row, headers.range);
    },
  );
};

function notToBeHad(row: MediaRow | null): CareError {
  if (row?.state === 'wanted')
    return new CareError('not_found', 'not_fetched_yet', 'This file is still being fetched.');
  if (row?.state === 'deleted') return new CareError('not_found', 'deleted', 'This file was deleted.');
  if (row?.state === 'failed')
    return new CareError('not_found', 'not_fetched', row.detail ?? 'This file could not be fetched.');
  return new CareError('not_found', 'no_such_media', 'There is no such file.');
}
