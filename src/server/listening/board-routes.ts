import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addBoard, changeBoard, noSuchBoard, orderBoards, removeBoard } from '../../actions/listening/keep-board.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../../storage/database.ts';
import { findBoard, listBoards } from '../../storage/listening/boards.ts';
import { findHits, listHits } from '../../storage/listening/hits.ts';
import { listOpenSpikes, listSpikes, SAID_TO_US } from '../../storage/listening/spikes.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  BoardList,
  BoardOrder,
  HitList,
  HitQuery,
  NewBoard,
  PatchBoard,
  ShareOfVoice,
  SpikeList,
  Voice,
  VoiceQuery,
} from '../../wire/listening.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readSeen } from './read-seen.ts';
import { readShare, readVoice } from './read-voice.ts';
import { seesSpike, showBoard, showHit, showSpike } from './show.ts';

const tags = ['listening'];
const params = z.object({ id: Id });
const reading = { rule: { act: 'conversations.read' } } as const;
const tuning = { rule: { act: 'triage.manage' } } as const;
const SPIKES_MOST = 30;

/** What is said of us and of others without being said to us: on boards, over time, and where it bursts. */
export const boardRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, connectors, now }) => {
  const list = async ({ workspaceId, inboxes }: Visitor) => {
    const visible = visibleInboxes(inboxes ?? null);
    const boards = await listBoards(db.read, workspaceId, visible, now());
    const spikes = (await listOpenSpikes(db.read, workspaceId)).filter((one) => seesSpike(one, inboxes ?? null));
    return {
      items: boards.map((board) =>
        showBoard(
          board,
          spikes.find(({ boardId }) => boardId === board.id),
        ),
      ),
    };
  };

  app.get('/api/boards', { config: reading, schema: { tags, response: { 200: BoardList } } }, ({ who }) => list(who));

  app.post(
    '/api/boards',
    { config: tuning, schema: { tags, body: NewBoard, response: { 200: BoardList } } },
    async ({ who, body }) => {
      await addBoard(db, who, body, now());
      return list(who);
    },
  );

  app.patch(
    '/api/boards/:id',
    { config: tuning, schema: { tags, params, body: PatchBoard, response: { 200: BoardList } } },
    async ({ who, params: { id }, body }) => {
      await changeBoard(db, who, id, body, now());
      return list(who);
    },
  );

  app.put(
    '/api/boards/order',
    { config: tuning, schema: { tags, body: BoardOrder, response: { 200: BoardList } } },
    async ({ who, body: { ids } }) => {
      await orderBoards(db, who, ids, now());
      return list(who);
    },
  );

  app.delete(
    '/api/boards/:id',
    { config: tuning, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeBoard(db, who, id, now());
      return { ok: true as const };
    },
  );

  app.get(
    '/api/boards/:id/hits',
    { config: reading, schema: { tags, params, querystring: HitQuery, response: { 200: HitList } } },
    async ({ who, params: { id }, query: { from, to, ...query } }) => {
      await requireBoard(db.read, who.workspaceId, id);
      const visible = visibleInboxes(who.inboxes ?? null);
      const span = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
      const page = await listHits(db.read, who.workspaceId, { ...query, ...span, boardId: id, visible });
      const seen = await readSeen(db.read, connectors, who);
      return { items: page.items.map((hit) => showHit(hit, seen)), cursor: page.cursor };
    },
  );

  app.get(
    '/api/boards/:id/voice',
    { config: reading, schema: { tags, params, querystring: VoiceQuery, response: { 200: Voice } } },
    async ({ who, params: { id }, query: { days } }) => {
      if (id !== SAID_TO_US) await requireBoard(db.read, who.workspaceId, id);
      return readVoice(db.read, who, { boardId: id, days }, now());
    },
  );

  app.get(
    '/api/boards/:id/spikes',
    { config: reading, schema: { tags, params, response: { 200: SpikeList } } },
    async ({ who, params: { id } }) => {
      if (id !== SAID_TO_US) await requireBoard(db.read, who.workspaceId, id);
      const spikes = (await listSpikes(db.read, who.workspaceId, id, SPIKES_MOST)).filter((one) =>
        seesSpike(one, who.inboxes ?? null),
      );
      const ids = spikes.flatMap(({ drivers }) => drivers.hits);
      const hits = await findHits(db.read, who.workspaceId, ids, visibleInboxes(who.inboxes ?? null));
      const seen = await readSeen(db.read, connectors, who);
      return {
        items: spikes.map((spike) => {
          const posted = spike.drivers.hits.flatMap((hitId) => hits.find((hit) => hit.id === hitId) ?? []);
          const standing = posted.filter(({ state }) => state !== 'gone');
          const shown = showSpike(
            spike,
            standing.map((hit) => hit.id),
          );
          return { ...shown, posted: standing.map((hit) => showHit(hit, seen)) };
        }),
      };
    },
  );

  app.get(
    '/api/voice',
    { config: reading, schema: { tags, querystring: VoiceQuery, response: { 200: ShareOfVoice } } },
    async ({ who, query: { days } }) => {
      const [spike] = await listOpenSpikes(db.read, who.workspaceId, [SAID_TO_US]);
      const isTold = spike !== undefined && seesSpike(spike, who.inboxes ?? null);
      return { ...(await readShare(db.read, who, days, now())), spike: isTold ? showSpike(spike, []) : null };
    },
  );
};

async function requireBoard(db: Reader, workspaceId: WorkspaceId, id: string): Promise<void> {
  if (!(await findBoard(db, workspaceId, id))) throw noSuchBoard();
}
