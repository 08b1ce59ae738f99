import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { changeMailInbox, requireEveryInbox, sendTestMail } from '../../actions/change-mail-inbox.ts';
import { CareError } from '../../core/errors.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { listInboxes } from '../../storage/inboxes.ts';
import { listMails, readMailInbox } from '../../storage/mail/mails.ts';
import { MailSettings, MailTested, PutMailSettings } from '../../wire/mail.ts';
import type { Deps } from '../deps.ts';
import { senderOf } from './sender-of.ts';

const SHOWN = 20;

/** How the house's own mails are sent. */
export const mailRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, config: settings, now, seal } = deps;
  const config = { rule: { act: 'inboxes.manage' } } as const;
  const tags = ['mail'];
  const sender = (workspaceId: WorkspaceId) => senderOf({ ...deps, credentialsOf: seal.open }, workspaceId);
  const show = async (workspaceId: WorkspaceId) => {
    const inboxes = (await listInboxes(db.read, workspaceId)).filter(({ channel }) => channel === 'email');
    const chosen = await readMailInbox(db.read, workspaceId);
    const by = await sender(workspaceId);
    return {
      by: by?.by ?? null,
      address: by?.credentials.address ?? null,
      inboxId: inboxes.some(({ id }) => id === chosen) ? chosen : null,
      inboxes: inboxes.map(({ id, name, account }) => ({ id, name, address: account })),
      last: (await listMails(db.read, workspaceId, SHOWN)).map(({ createdAt, ...mail }) => ({
        ...mail,
        at: createdAt.toISOString(),
      })),
    };
  };

  app.get('/api/mail', { config, schema: { tags, response: { 200: MailSettings } } }, async ({ who }) => {
    requireEveryInbox(who);
    return show(who.workspaceId);
  });

  app.put(
    '/api/mail',
    { config, schema: { tags, body: PutMailSettings, response: { 200: MailSettings } } },
    async ({ who, body }) => {
      await changeMailInbox(db, who, body.inboxId as InboxId | null, now());
      return show(who.workspaceId);
    },
  );

  app.post('/api/mail/test', { config, schema: { tags, response: { 200: MailTested } } }, async ({ who }) => {
    requireEveryInbox(who);
    if (!(await sender(who.workspaceId)))
      throw new CareError('conflict', 'mail_is_off', 'No mail is sent yet. Choose an inbox to send from first.');
    return { address: await sendTestMail(db, who, settings.url, now()) };
  });
};
