import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { judgeHits } from '../../actions/listening/judge-hits.ts';
import { likeHit } from '../../actions/listening/like-hit.ts';
import { takeUpHit } from '../../actions/listening/take-up-hit.ts';
import { thankHit } from '../../actions/listening/thank-hit.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import { findHit, listAlike } from '../../storage/listening/hits.ts';
import { Id } from '../../wire/common.ts';
import { ActOnHit, Judged, JudgeHits, OneHit, TakenUp, TakeUpHit, ThankHit } from '../../wire/listening.ts';
import type { Deps } from '../deps.ts';
import { readSeen } from './read-seen.ts';
import { showHit } from './show.ts';

const tags = ['listening'];
const params = z.object({ id: Id });
const working = { rule: { act: 'conversations.work' } } as const;
const sending = { rule: { act: 'messages.send' } } as const;

/** What somebody said of us: looked at, judged, taken up, liked or thanked. On which inbox it lies is asked in the acts. */
export const hitRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, connectors, seal, now }) => {
  const channels = (channel: string) => connectors.get(channel);
  const aids = { digest: seal.digest };

  app.get(
    '/api/hits/:id',
    { config: { rule: { act: 'conversations.read' } }, schema: { tags, params, response: { 200: OneHit } } },
    async ({ who, params: { id } }) => {
      const visible = visibleInboxes(who.inboxes ?? null);
      const hit = await findHit(db.read, who.workspaceId, id, visible);
      if (!hit) throw new CareError('not_found', 'no_such_hit', 'There is no such post on a board (any more).');
      const others = await listAlike(db.read, who.workspaceId, hit, visible);
      const seen = await readSeen(db.read, connectors, who);
      return { ...showHit(hit, seen), others: others.map((one) => showHit(one, seen)) };
    },
  );

  app.post(
    '/api/hits/judge',
    { config: working, schema: { tags, body: JudgeHits, response: { 200: Judged } } },
    async ({ who, body }) => {
      const { done, left } = await judgeHits(db, who, body, now());
      return { done, left: [...left] };
    },
  );

  app.post(
    '/api/hits/:id/take-up',
    { config: working, schema: { tags, params, body: TakeUpHit, response: { 200: TakenUp } } },
    async ({ who, params: { id }, body }) => takeUpHit(db, who, id, body, now(), aids),
  );

  app.post(
    '/api/hits/:id/like',
    { config: sending, schema: { tags, params, body: ActOnHit, response: { 200: TakenUp } } },
    async ({ who, params: { id }, body }) => likeHit(db, channels, who, id, body, now(), aids),
  );

  app.post(
    '/api/hits/:id/thank',
    { config: sending, schema: { tags, params, body: ThankHit, response: { 200: TakenUp } } },
    async ({ who, params: { id }, body }) => thankHit(db, channels, who, id, body, now(), aids),
  );
};
