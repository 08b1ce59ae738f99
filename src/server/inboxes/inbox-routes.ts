import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeInbox, checkKept, disconnectInbox, noSuchInbox } from '../../actions/change-inbox.ts';
import { checkCredentials } from '../../actions/check-credentials.ts';
import { connectInbox } from '../../actions/connect-inbox.ts';
import { readForm } from '../../actions/read-form.ts';
import { settleGap } from '../../actions/settle-gap.ts';
import { tryAgain } from '../../actions/try-again.ts';
import { NOT_CONNECTED } from '../../connectors/not-connected.ts';
import { hasRight } from '../../core/access/inbox-rights.ts';
import type { Connector } from '../../core/channel/connector.ts';
import { CareError } from '../../core/errors.ts';
import type { InboxId, Json, TeamId, WorkspaceId } from '../../core/ids.ts';
import { listInboxes, readBacklog, readInbox } from '../../storage/inboxes.ts';
import { readWorkspace } from '../../storage/workspaces.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  ChannelList,
  CheckInbox,
  CheckResult,
  ConnectedInbox,
  Inbox,
  InboxForm,
  InboxList,
  NetworkList,
  NewInbox,
  PatchInbox,
  SettledGap,
} from '../../wire/inboxes.ts';
import type { Deps } from '../deps.ts';
import { showAbilities, showChannel, showCheck, showInbox, webhookPath } from './show-inbox.ts';
import { readStanding } from './standing.ts';

const tags = ['inboxes'];
const params = z.object({ id: Id });

export const inboxRoutes: FastifyPluginAsyncZod<Deps> = async (app, { config, connectors, db, now, seal }) => {
  const read = { rule: { act: 'inboxes.read' } } as const;
  const manage = { rule: { act: 'inboxes.manage' } } as const;
  const readOne = { rule: { act: 'inboxes.read', on: { a: 'inbox', right: 'see' } } } as const;
  const manageOne = { rule: { act: 'inboxes.manage', on: { a: 'inbox', right: 'manage' } } } as const;
  const deps = { db, seal };

  const slugOf = async (workspaceId: WorkspaceId) => (await readWorkspace(db.read, workspaceId))?.slug ?? '';
  const connectorOf = (channel: string): Connector => {
    const connector = connectors.get(channel);
    if (!connector) throw new CareError('invalid', 'no_such_channel', `There is no channel “${channel}”.`);
    return connector;
  };
  const callbackUrl = async (connector: Connector, workspaceId: WorkspaceId) =>
    config.url + (webhookPath(connector, await slugOf(workspaceId)) ?? '');
  const show = async (workspaceId: WorkspaceId, id: InboxId) => {
    const [row, backlog, standing] = await Promise.all([
      readInbox(db.read, workspaceId, id),
      readBacklog(db.read, workspaceId),
      readStanding(db.read, workspaceId),
    ]);
    if (!row) throw noSuchInbox();
    return showInbox(row, backlog, connectors.get(row.channel), standing);
  };
  const rowOf = async (workspaceId: WorkspaceId, id: string) => {
    const row = await readInbox(db.read, workspaceId, id as InboxId);
    if (!row) throw noSuchInbox();
    return row;
  };

  app.get('/api/channels', { config: read, schema: { tags, response: { 200: ChannelList } } }, async ({ who }) => {
    const slug = await slugOf(who.workspaceId);
    return { items: [...connectors.values()].map((connector) => showChannel(connector, slug)) };
  });

  app.get(
    '/api/networks',
    {
      config: read,
      schema: { tags, summary: 'What each network can do, and why not', response: { 200: NetworkList } },
    },
    async () => ({
      items: [...connectors.values()].map((connector) => ({
        channel: connector.channel,
        name: connector.name,
        mark: connector.mark,
        abilities: showAbilities(connector),
      })),
      notConnected: NOT_CONNECTED.map((one) => ({ ...one })),
    }),
  );

  app.get('/api/inboxes', { config: read, schema: { tags, response: { 200: InboxList } } }, async ({ who }) => {
    const [rows, backlog, standing] = await Promise.all([
      listInboxes(db.read, who.workspaceId),
      readBacklog(db.read, who.workspaceId),
      readStanding(db.read, who.workspaceId),
    ]);
    const seen = rows.filter(({ id }) => hasRight(who.inboxes, id, 'see'));
    return { items: seen.map((row) => showInbox(row, backlog, connectors.get(row.channel), standing)) };
  });

  app.get(
    '/api/inboxes/:id',
    { config: readOne, schema: { tags, params, response: { 200: Inbox } } },
    async ({ who, params: { id } }) => show(who.workspaceId, id as InboxId),
  );

  app.get(
    '/api/inboxes/:id/form',
    { config: manageOne, schema: { tags, params, response: { 200: InboxForm } } },
    async ({ who, params: { id } }) => {
      const row = await rowOf(who.workspaceId, id);
      return { values: await readForm(deps, who, connectorOf(row.channel), row.id) };
    },
  );

  app.post(
    '/api/inboxes/check',
    { config: manage, schema: { tags, body: CheckInbox, response: { 200: CheckResult } } },
    async ({ body }) => showCheck((await checkCredentials(connectorOf(body.channel), body.credentials)).check),
  );

  app.post(
    '/api/inboxes/:id/check',
    {
      config: manageOne,
      schema: { tags, params, body: CheckInbox.pick({ credentials: true }), response: { 200: CheckResult } },
    },
    async ({ who, params: { id }, body }) => {
      const row = await rowOf(who.workspaceId, id);
      const connector = connectorOf(row.channel);
      const url = connector.webhook ? await callbackUrl(connector, who.workspaceId) : undefined;
      const { check } = await checkKept(deps, who, connector, row, body.credentials, url);
      if (check.ok) await tryAgain(db, who, row.id, now());
      return showCheck(check);
    },
  );

  app.post(
    '/api/inboxes',
    { config: manage, schema: { tags, body: NewInbox, response: { 201: ConnectedInbox } } },
    async ({ who, body }, reply) => {
      const connector = connectorOf(body.channel);
      const wish = { ...body, settings: body.settings as Json };
      const made = await connectInbox(deps, who, connector, wish, await callbackUrl(connector, who.workspaceId), now());
      reply.status(201);
      return { inbox: await show(who.workspaceId, made.id), detail: made.detail, warnings: [...made.warnings] };
    },
  );

  app.patch(
    '/api/inboxes/:id',
    { config: manageOne, schema: { tags, params, body: PatchInbox, response: { 200: ConnectedInbox } } },
    async ({ who, params: { id }, body }) => {
      const row = await rowOf(who.workspaceId, id);
      const connector = connectorOf(row.channel);
      const patch = {
        ...body,
        settings: body.settings as Json | undefined,
        teamId: body.teamId as TeamId | null | undefined,
      };
      const input = { id: row.id, patch, callbackUrl: await callbackUrl(connector, who.workspaceId) };
      const { detail, warnings } = await changeInbox(deps, who, connector, input, now());
      return { inbox: await show(who.workspaceId, row.id), detail, warnings: [...warnings] };
    },
  );

  app.post(
    '/api/inboxes/:id/settled-gaps',
    {
      config: { rule: { act: 'conversations.work', on: { a: 'inbox', right: 'answer' } } },
      schema: {
        tags,
        summary: 'Somebody looked on the network for what was missed',
        params,
        body: SettledGap,
        response: { 200: Done },
      },
    },
    async ({ who, params: { id }, body }) => {
      await settleGap(db, who, { inboxId: id as InboxId, gapId: body.gapId }, now());
      return { ok: true } as const;
    },
  );

  app.delete(
    '/api/inboxes/:id',
    { config: manageOne, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await disconnectInbox(deps, who, id as InboxId, now());
      return { ok: true } as const;
    },
  );
};
