import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { replayEntries } from '../../actions/replay-entries.ts';
import { inboxesWith, type Right } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import type { InboxId } from '../../core/ids.ts';
import { readInbox } from '../../storage/inboxes.ts';
import {
  channelsBeyond,
  type LedgerSight,
  listLedger,
  readBalance,
  readLedgerEntry,
} from '../../storage/ledger-reading.ts';
import { Id } from '../../wire/common.ts';
import { Balance, LedgerDetail, LedgerPage, LedgerQuery, Replayed } from '../../wire/inboxes.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { SHOWN_BYTES, showBalance, showEntry, showWholeEntry } from './show-entry.ts';

const tags = ['ledger'];
const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

export const ledgerRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now, connectors }) => {
  const read = { rule: { act: 'ledger.read' } } as const;
  const replay = { rule: { act: 'ledger.replay' } } as const;

  const sightOf = async ({ workspaceId, inboxes }: Visitor, right: Right): Promise<LedgerSight> => {
    const mine = inboxesWith(inboxes, right);
    if (mine === null) return null;
    const beyond = new Set(await channelsBeyond(db.read, workspaceId, mine));
    const shared = [...connectors.values()].flatMap(({ channel, webhook }) =>
      webhook ? [{ channel, ...webhook }] : [],
    );
    const hidden = new Set(shared.filter(({ channel }) => beyond.has(channel)).map(({ family }) => family));
    const families = [...new Set(shared.map(({ family }) => family))].filter((family) => !hidden.has(family));
    return { inboxes: mine, families };
  };

  app.get('/api/ledger/balance', { config: read, schema: { tags, response: { 200: Balance } } }, async ({ who }) =>
    showBalance(await readBalance(db.read, who.workspaceId, await sightOf(who, 'see'))),
  );

  app.get(
    '/api/ledger',
    { config: read, schema: { tags, querystring: LedgerQuery, response: { 200: LedgerPage } } },
    async ({ who, query }) => {
      const inbox = query.inbox as InboxId | undefined;
      const channel = inbox && (await readInbox(db.read, who.workspaceId, inbox))?.channel;
      const family = channel && connectors.get(channel)?.webhook?.family;
      const rows = await listLedger(db.read, who.workspaceId, {
        ...query,
        inbox,
        family,
        sight: await sightOf(who, 'see'),
      });
      return { items: rows.map(showEntry), before: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/api/ledger/:id',
    { config: read, schema: { tags, params, response: { 200: LedgerDetail } } },
    async ({ who, params: { id } }) => {
      const entry = await readLedgerEntry(db.read, who.workspaceId, id, SHOWN_BYTES, await sightOf(who, 'see'));
      if (!entry) throw new CareError('not_found', 'no_such_entry', 'There is no such entry in the ledger.');
      return showWholeEntry(entry);
    },
  );

  app.post(
    '/api/ledger/:id/replay',
    { config: replay, schema: { tags, params, response: { 200: Replayed } } },
    async ({ who, params: { id } }) => ({
      replayed: await replayEntries(db, who, { kind: 'entry', id }, now(), await sightOf(who, 'answer')),
    }),
  );

  app.post(
    '/api/ledger/replay',
    {
      config: replay,
      schema: {
        tags,
        body: z.object({ inbox: Id.optional() }).nullish().describe('All that were set aside'),
        response: { 200: Replayed },
      },
    },
    async ({ who, body }) => {
      const choice = { kind: 'set_aside', inboxId: body?.inbox as InboxId | undefined } as const;
      return { replayed: await replayEntries(db, who, choice, now(), await sightOf(who, 'answer')) };
    },
  );
};
