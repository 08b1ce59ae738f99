import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { changePreferences } from '../../actions/change-preferences.ts';
import { readNotifications } from '../../actions/read-notifications.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { withDefaults } from '../../core/notifications/preferences.ts';
import { readPreferences } from '../../storage/notifications/preferences.ts';
import { countUnread, listNotifications } from '../../storage/notifications/read.ts';
import { Done } from '../../wire/common.ts';
import {
  NotificationList,
  NotificationQuery,
  PatchPreferences,
  Preferences,
  ReadNotifications,
} from '../../wire/notifications.ts';
import type { Deps } from '../deps.ts';
import { showNotification, showPreferences } from './show.ts';

const tags = ['me'];

/** What called me, and how I want to be called. Everybody sees their own only. */
export const notificationRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: 'signed_in' } as const;

  app.get(
    '/api/notifications',
    { config, schema: { tags, querystring: NotificationQuery, response: { 200: NotificationList } } },
    async ({ who, query }) => {
      if (!who.agentId) return { items: [], cursor: null, unread: 0 };
      const whose = { workspaceId: who.workspaceId, agentId: who.agentId, inboxIds: visibleInboxes(who.inboxes) };
      const { rows, cursor } = await listNotifications(db.read, whose, query);
      return { items: rows.map(showNotification), cursor, unread: await countUnread(db.read, whose) };
    },
  );

  app.post(
    '/api/notifications/read',
    { config, schema: { tags, body: ReadNotifications, response: { 200: Done } } },
    async ({ who, body }) => {
      await readNotifications(db, who, body, now());
      return { ok: true } as const;
    },
  );

  app.get('/api/me/preferences', { config, schema: { tags, response: { 200: Preferences } } }, async ({ who }) => {
    const chosen = who.agentId ? await readPreferences(db.read, who.workspaceId, who.agentId) : withDefaults({});
    return showPreferences(chosen);
  });

  app.patch(
    '/api/me/preferences',
    { config, schema: { tags, body: PatchPreferences, response: { 200: Preferences } } },
    async ({ who, body }) => showPreferences(await changePreferences(db, who, body)),
  );
};
