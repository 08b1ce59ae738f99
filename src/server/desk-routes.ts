import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { conversationRoutes } from './conversations/conversation-routes.ts';
import type { Deps } from './deps.ts';
import { healthRoutes } from './health.ts';
import { inboxRoutes } from './inboxes/inbox-routes.ts';
import { ledgerRoutes } from './ledger/ledger-routes.ts';
import { mailHtmlRoutes } from './media/mail-html-routes.ts';
import { mediaRoutes } from './media/media-routes.ts';
import { notificationRoutes } from './notifications/notification-routes.ts';
import { outgoingRoutes } from './outgoing/outgoing-routes.ts';
import { agentRoutes } from './people/agent-routes.ts';
import { meRoutes } from './people/me-routes.ts';
import { signInRoutes } from './people/sign-in-routes.ts';
import { auditRoutes, tokenRoutes } from './people/token-routes.ts';
import { changesRoutes } from './realtime/changes-routes.ts';

/** Everything that people and scripts ask for, in one list. */
export const deskRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(healthRoutes, deps);
  await app.register(signInRoutes, deps);
  await app.register(meRoutes, deps);
  await app.register(agentRoutes, deps);
  await app.register(tokenRoutes, deps);
  await app.register(auditRoutes, deps);
  await app.register(conversationRoutes, deps);
  await app.register(outgoingRoutes, deps);
  await app.register(changesRoutes, deps);
  await app.register(notificationRoutes, deps);
  await app.register(inboxRoutes, deps);
  await app.register(ledgerRoutes, deps);
  await app.register(mediaRoutes, deps);
  await app.register(mailHtmlRoutes, deps);
};
