import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actOnMessage } from '../../actions/act-on-message.ts';
import { cancelOutgoing } from '../../actions/cancel-outgoing.ts';
import { chooseTemplate } from '../../actions/choose-template.ts';
import { decideOutgoing } from '../../actions/decide-outgoing.ts';
import { moveScheduled } from '../../actions/move-scheduled.ts';
import { publishPost } from '../../actions/publish-post.ts';
import { retryOutgoing } from '../../actions/retry-outgoing.ts';
import { sendReply } from '../../actions/send-reply.ts';
import type { Who } from '../../actions/who.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ChosenTemplate } from '../../core/channel/outgoing.ts';
import type { ConversationId, InboxId, MessageId, OutgoingId } from '../../core/ids.ts';
import { type ChannelLookup, waysOf } from '../../core/reply/ways.ts';
import { listUnfinished } from '../../storage/outbox/rows.ts';
import { readWayFacts } from '../../storage/ways.ts';
import { Id } from '../../wire/common.ts';
import {
  Decision,
  NewAct,
  NewPost,
  NewReply,
  OutgoingAct,
  OutgoingList,
  PutSchedule,
  TemplateList,
} from '../../wire/replying.ts';
import { showOutgoingAct } from '../conversations/show-detail.ts';
import type { Deps } from '../deps.ts';
import { approvedMessages } from '../inboxes/approved-messages.ts';

const params = z.object({ id: Id });
const tags = ['outgoing'];
const response = { 200: OutgoingAct };
/** More than a person would look through; the newest come first. */
const UNFINISHED = 200;

/** Everything that leaves the house. Each answers with the act as it stands; what becomes of it comes with the change feed. */
export const outgoingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, connectors, seal, now }) => {
  const channels: ChannelLookup = (channel) => connectors.get(channel);
  const approved = approvedMessages({ db, connectors, seal });
  /** Read before the answer is taken: no network is waited for inside a transaction. */
  async function wordsOf(who: Who, conversationId: ConversationId, key: string, chosen: ChosenTemplate) {
    const facts = await readWayFacts(db.read, who.workspaceId, conversationId);
    const way = waysOf(facts, channels, now()).find((one) => one.key === key);
    // What is wrong with the way is said by the answer itself.
    return way?.takesTemplates ? chooseTemplate(await approved(who.workspaceId, way.inboxId), chosen) : undefined;
  }
  const answering = { rule: { act: 'messages.send', on: { a: 'conversation', right: 'answer' } } } as const;
  const acting = { rule: { act: 'messages.send', on: { a: 'message', right: 'act' } } } as const;
  const settling = { rule: { act: 'messages.send', on: { a: 'outgoing', right: 'answer' } } } as const;
  const publishing = { rule: { act: 'posts.publish' } } as const;

  app.post(
    '/api/conversations/:id/messages',
    {
      config: answering,
      schema: { tags, summary: 'Answer; the same id twice is one answer', params, body: NewReply, response },
    },
    async ({ who, params: { id }, body }) => {
      const input = { ...body, conversationId: id as ConversationId };
      const words = body.template && (await wordsOf(who, input.conversationId, body.way, body.template));
      return showOutgoingAct(
        await sendReply(db, channels, who, words === undefined ? input : { ...input, text: words }, now()),
      );
    },
  );

  app.get(
    '/api/inboxes/:id/templates',
    {
      config: { rule: { act: 'messages.send', on: { a: 'inbox', right: 'answer' } } },
      schema: {
        tags,
        summary: 'Messages that the network approved beforehand',
        params,
        response: { 200: TemplateList },
      },
    },
    async ({ who, params: { id } }) => ({
      items: (await approved(who.workspaceId, id as InboxId)).map(({ variables, ...template }) => ({
        ...template,
        variables: variables.map(({ key, example }) => ({ key, example: example ?? null })),
      })),
    }),
  );

  // What else somebody must be allowed to do depends on the act, and is asked by the action.
  app.post(
    '/api/messages/:id/acts',
    {
      config: acting,
      schema: { tags, summary: 'Like, repost, hide, edit, delete, and back', params, body: NewAct, response },
    },
    async ({ who, params: { id }, body }) =>
      showOutgoingAct(await actOnMessage(db, channels, who, { ...body, messageId: id as MessageId }, now())),
  );

  app.post(
    '/api/posts',
    { config: publishing, schema: { tags, summary: 'Publish a post', body: NewPost, response } },
    async ({ who, body }) =>
      showOutgoingAct(await publishPost(db, channels, who, { ...body, inboxId: body.inboxId as InboxId }, now())),
  );

  app.get(
    '/api/outgoing',
    {
      config: { rule: { act: 'conversations.read' } },
      schema: { tags, summary: 'What is not sent, failed or unclear, newest first', response: { 200: OutgoingList } },
    },
    async ({ who }) => {
      const rows = await listUnfinished(db.read, who.workspaceId, UNFINISHED, visibleInboxes(who.inboxes));
      const items = rows.map((row) => ({
        ...showOutgoingAct(row),
        conversationId: row.conversationId,
        inboxId: row.inboxId,
      }));
      return { items };
    },
  );

  app.post(
    '/api/outgoing/:id/retry',
    { config: settling, schema: { tags, summary: 'Try a failed act again', params, response } },
    async ({ who, params: { id } }) => showOutgoingAct(await retryOutgoing(db, channels, who, id as OutgoingId, now())),
  );

  app.post(
    '/api/outgoing/:id/cancel',
    { config: settling, schema: { tags, summary: 'Take back what has not left', params, response } },
    async ({ who, params: { id } }) => showOutgoingAct(await cancelOutgoing(db, who, id as OutgoingId, now())),
  );

  app.put(
    '/api/outgoing/:id/schedule',
    {
      config: settling,
      schema: { tags, summary: 'Another time for an answer that waits for one', params, body: PutSchedule, response },
    },
    async ({ who, params: { id }, body }) => {
      const move = { id: id as OutgoingId, sendAt: new Date(body.sendAt) };
      return showOutgoingAct(await moveScheduled(db, channels, who, move, now()));
    },
  );

  app.post(
    '/api/outgoing/:id/decision',
    {
      config: settling,
      schema: { tags, summary: 'Say whether an act of unknown outcome was sent', params, body: Decision, response },
    },
    async ({ who, params: { id }, body }) =>
      showOutgoingAct(await decideOutgoing(db, channels, who, { id: id as OutgoingId, wasSent: body.wasSent }, now())),
  );
};
