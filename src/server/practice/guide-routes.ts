import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Reader } from '../../storage/database.ts';
import { readTried } from '../../storage/practice/guide.ts';
import { readNote } from '../../storage/practice/pulse.ts';
import { Tried } from '../../wire/practice.ts';

const NOTHING: Tried = { publicly: false, privately: false, note: false, assign: false, decide: false, later: false };

/** How far somebody has come in the guide. The history of the practice workspace is nobody's doing. */
export const guideRoutes: FastifyPluginAsyncZod<{
  readonly read: () => Reader;
}> = async (app, { read }) => {
  app.get(
    '/api/practice/guide',
    { config: { rule: { act: 'practice.use' } }, schema: { tags: ['practice'], response: { 200: Tried } } },
    async ({ who }) => {
      const { since } = await readNote(read(), who.workspaceId);
      if (!who.agentId || !since) return NOTHING;
      return (await readTried(read(), who.workspaceId, who.agentId, new Date(since))) ?? NOTHING;
    },
  );
};
