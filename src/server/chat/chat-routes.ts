import { existsSync } from 'node:fs';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { beginChat, receiveChatLine, receiveChatSeen } from '../../actions/receive-chat.ts';
import { neighbourhoodOf } from '../../core/access/neighbourhood.ts';
import { CareError } from '../../core/errors.ts';
import type { MediaId } from '../../core/ids.ts';
import { readChatFile } from '../../storage/chat/lines.ts';
import {
  ChatHello,
  ChatLines,
  ChatLinesQuery,
  ChatSeen,
  ChatVisitor,
  MAX_CHAT_FILE_BYTES,
  NewChatLine,
} from '../../wire/chat.ts';
import { Done } from '../../wire/common.ts';
import { cleanInput } from '../clean-input.ts';
import type { Deps } from '../deps.ts';
import { sendMedia } from '../media/send-media.ts';
import { notFound } from '../web-app.ts';
import { type ChatInbox, findChat } from './chat-inbox.ts';
import { admitOrigin } from './cross-origin.ts';
import { showHello } from './hello.ts';
import { showLines } from './show-lines.ts';
import { callerKey, requireVisitor, visitorOf } from './visitor.ts';
import { openWaitingRoom } from './waiting-room.ts';

/** Base64 is four letters for three bytes; the words come on top. */
const MAX_BODY_BYTES = Math.ceil((MAX_CHAT_FILE_BYTES * 4) / 3) + 64 * 1024;
/** Shorter than any proxy's patience. */
const WAIT_MS = 25_000;
const MINUTE_MS = 60_000;

const tags = ['chat'];
const params = z.object({ workspace: z.string().max(100), inbox: z.string().max(100) });
const rule = {
  rule: 'public',
  because:
    'visitors of a website are no agents; each shows the token of their own talk, and pages of other websites are refused',
} as const;
const limited = (max: number, timeWindow = MINUTE_MS) => ({ ...rule, rateLimit: { max, timeWindow } });
/** By the address, whatever tokens it shows: tokens are to be had for nothing. */
const limitedByAddress = (max: number, timeWindow = MINUTE_MS) => ({
  ...rule,
  rateLimit: { max, timeWindow, keyGenerator: ({ ip }: FastifyRequest) => neighbourhoodOf(ip) },
});

/** The chat on other people's websites: no cookie, no session, and nothing of the desk but a visitor's own talk. */
export const chatRoutes: FastifyPluginAsyncZod<Deps & { readonly webFolder: string }> = async (app, deps) => {
  const { db, config, media, now, webFolder } = deps;
  const room = await openWaitingRoom(db);
  app.addHook('preClose', () => room.close());

  const chats = new WeakMap<FastifyRequest, ChatInbox>();
  const chatOf = (request: FastifyRequest): ChatInbox => {
    const chat = chats.get(request);
    if (!chat) throw new Error('This route names no chat.');
    return chat;
  };
  app.addHook('onRequest', async (request, reply) => {
    const { workspace, inbox } = request.params as { readonly workspace?: string; readonly inbox?: string };
    if (workspace === undefined || inbox === undefined) return;
    const chat = await findChat(deps, workspace, inbox);
    admitOrigin(chat, request, reply, config.url);
    chats.set(request, chat);
  });
  app.addHook('preValidation', cleanInput);
  await app.register(rateLimit, {
    max: 300,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => callerKey(request, neighbourhoodOf(request.ip)),
    errorResponseBuilder: (_request, { after }) =>
      new CareError('too_many', 'too_many', `That was too quick. Try again in ${after}.`),
  });

  const isBuilt = existsSync(join(webFolder, 'chat', 'widget.js'));
  if (isBuilt) await app.register(fastifyStatic, { root: webFolder, serve: false, preCompressed: true });
  app.get(
    '/chat/widget.js',
    {
      config: { rule: 'public', because: 'the window’s program holds nothing', rateLimit: false },
      schema: { hide: true },
    },
    async (_request, reply) => {
      if (!isBuilt) throw notFound();
      return reply
        .headers({
          'cross-origin-resource-policy': 'cross-origin',
          'access-control-allow-origin': '*',
          'cache-control': 'public, max-age=600',
          'x-content-type-options': 'nosniff',
        })
        .sendFile('chat/widget.js', { cacheControl: false });
    },
  );

  app.options('/chat/:workspace/:inbox/*', { config: rule, schema: { hide: true } }, async (_request, reply) =>
    reply.status(204).send(),
  );

  app.get(
    '/chat/:workspace/:inbox/hello',
    { config: limited(60), schema: { tags, params, response: { 200: ChatHello } } },
    async (request) => {
      const chat = chatOf(request);
      return showHello(db, chat, await visitorOf(db, chat, request), now());
    },
  );

  app.post(
    '/chat/:workspace/:inbox/visitors',
    { config: limitedByAddress(20, 10 * MINUTE_MS), schema: { tags, params, response: { 201: ChatVisitor } } },
    async (request, reply) => {
      const begun = await beginChat(deps, chatOf(request), now());
      reply.status(201);
      return begun;
    },
  );

  app.post(
    '/chat/:workspace/:inbox/lines',
    {
      config: limitedByAddress(40),
      bodyLimit: MAX_BODY_BYTES,
      schema: { tags, params, body: NewChatLine, response: { 202: Done } },
    },
    async (request, reply) => {
      const chat = chatOf(request);
      const visitor = await requireVisitor(db, chat, request);
      const { body } = request;
      if (body.text.trim() === '' && body.files.length === 0)
        throw new CareError('invalid', 'nothing_said', 'There is nothing in it to send.');
      const size = body.files.reduce((sum, { data }) => sum + (data.length * 3) / 4, 0);
      if (size > MAX_CHAT_FILE_BYTES)
        throw new CareError('invalid', 'too_large', 'The files are larger than 5 MB together.');
      await receiveChatLine(deps, chat, visitor, body, now());
      reply.status(202);
      return { ok: true } as const;
    },
  );

  app.get(
    '/chat/:workspace/:inbox/lines',
    { config: limited(120), schema: { tags, params, querystring: ChatLinesQuery, response: { 200: ChatLines } } },
    async (request, reply) => {
      const chat = chatOf(request);
      const visitor = await requireVisitor(db, chat, request);
      const until = performance.now() + WAIT_MS;
      let isGone = false;
      reply.raw.once('close', () => {
        isGone = true;
      });
      let shown = await showLines(db, chat, visitor);
      while (shown.mark === request.query.known && performance.now() < until && !room.isFull() && !isGone) {
        await room.wait(chat.workspaceId, until - performance.now());
        shown = await showLines(db, chat, visitor);
      }
      return shown;
    },
  );

  app.post(
    '/chat/:workspace/:inbox/seen',
    { config: limited(60), schema: { tags, params, body: ChatSeen, response: { 200: Done } } },
    async (request) => {
      const chat = chatOf(request);
      const visitor = await requireVisitor(db, chat, request);
      const { ids, status } = request.body;
      const { lines } = await showLines(db, chat, visitor);
      const news = lines.filter(({ id, isOurs, isRead }) => isOurs && !isRead && ids.includes(id)).map(({ id }) => id);
      if (news.length > 0) await receiveChatSeen(deps, chat, visitor, { ids: news, status }, now());
      return { ok: true } as const;
    },
  );

  app.get(
    '/chat/:workspace/:inbox/files/:file',
    { config: limited(120), schema: { tags, params: params.extend({ file: z.uuid() }) } },
    async (request, reply) => {
      const chat = chatOf(request);
      const visitor = await requireVisitor(db, chat, request);
      const row = await readChatFile(db.read, chat.workspaceId, chat.id, visitor.id, request.params.file as MediaId);
      if (row?.state !== 'stored') throw new CareError('not_found', 'no_such_media', 'There is no such file.');
      return sendMedia(reply, media, chat.workspaceId, row);
    },
  );
};
