import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '../deps.ts';
import { readingRoutes } from './reading-routes.ts';
import { workingRoutes } from './working-routes.ts';

/** `/api/conversations`, `/api/contacts`, `/api/search`. */
export const conversationRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(readingRoutes, deps);
  await app.register(workingRoutes, deps);
};
