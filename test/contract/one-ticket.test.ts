import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileWaiting } from '../../src/actions/file/filer.ts';
import { addBoard } from '../../src/actions/listening/keep-board.ts';
import { addListeningRule } from '../../src/actions/listening/keep-listening-rule.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import { createHear } from '../../src/core/listening/hear.ts';
import { notUnderstood } from '../../src/core/understanding/not-understood.ts';
import { createMediaFolder } from '../../src/server/media/media-folder.ts';
import { startPuller } from '../../src/server/worker/puller.ts';
import type { Database } from '../../src/storage/database.ts';
import { listeningBody } from '../../src/storage/listening/heard.fixture.ts';
import { rememberRules } from '../../src/storage/listening/listening-rules.ts';
import { eachDatabase } from '../database.ts';
import { openOutgoingDesk } from '../outgoing/desk.ts';
import { QUIET } from '../outgoing/run-sender.ts';
import { openLab } from './bluesky-lab.ts';
import { IDA } from './bluesky-world.ts';
import { ida } from './lab.ts';
import { CARE, openMastodon } from './mastodon-world.ts';

const bluesky = openLab();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Each network, with an account of ours on it. */
const WORLDS = {
  bluesky: async () => ({ ...bluesky, person: IDA, now: () => new Date() }),
  mastodon: async () => {
    const world = await openMastodon();
    ends.push(() => world.close());
    return { ...world, account: CARE, person: ida, now: world.clock.now };
  },
};

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe.each(Object.entries(WORLDS))('listening on %s', (channel, open) => {
    it('a post without @ and # becomes a ticket, and one that is a mention and a keyword is one', async () => {
      const { network, connector, credentials, account, person, now } = await open();
      const desk = await openOutgoingDesk(db, now());
      const who = { ...desk.ana };
      const inbox = await desk.addInbox(channel, account);
      const boardId = randomUUID();
      const body = { ...listeningBody(boardId), brand: ['Kettle Co'], becomes: 'conversation' as const };
      await addBoard(db, who, { id: boardId, name: 'Us', kind: 'own' }, now());
      await addListeningRule(db, who, { id: randomUUID(), isOn: true, body }, now());

      await network.say(person, { place: 'elsewhere', text: 'My Kettle Co kettle broke' });
      await network.say(person, { place: 'wall', text: 'and so did the other kettle co one' });

      const connectors = new Map([[channel, connector as Connector<unknown>]]);
      const stop = new AbortController();
      const deps = { db, connectors, now, log: QUIET, signal: stop.signal };
      const puller = await startPuller({
        ...deps,
        credentialsOf: () => credentials,
        media: createMediaFolder('/nonexistent'),
      });
      const arrived = async () => {
        const { rows } = await sql<{
          source: string;
        }>`select distinct source from ledger where inbox_id = ${inbox}`.execute(db.read);
        return rows.map(({ source }) => source);
      };
      try {
        await expect.poll(arrived, { timeout: 20_000 }).toEqual(expect.arrayContaining(['listen', 'notifications']));
      } finally {
        stop.abort();
        await puller.stopped;
      }
      const filing = { ...deps, signal: new AbortController().signal, understand: notUnderstood };
      const listening = { rulesOf: rememberRules(db.read), hear: createHear() };
      while ((await fileWaiting({ ...filing, listening }, desk.workspaceId)) > 0);

      const { rows } = await sql<{ messages: number; attention: string }>`
        select c.message_count as messages, c.attention from conversations c
        join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
        where c.workspace_id = ${desk.workspaceId} and m.text ~* 'kettle co (kettle|one)'`.execute(db.read);
      expect(rows.map(({ attention, messages }) => [attention, messages])).toEqual([
        ['needs_answer', 1],
        ['needs_answer', 1],
      ]);
      const { rows: hits } = await sql<{ state: string; text: string }>`
        select state, text from hits where workspace_id = ${desk.workspaceId} and text like 'My%'`.execute(db.read);
      expect(hits).toEqual([{ state: 'taken_up', text: 'My Kettle Co kettle broke' }]);
    });
  });
});
