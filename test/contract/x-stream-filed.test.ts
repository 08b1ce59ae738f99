import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { fileWaiting } from '../../src/actions/file/filer.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import { createHear } from '../../src/core/listening/hear.ts';
import { notUnderstood } from '../../src/core/understanding/not-understood.ts';
import { createMediaFolder } from '../../src/server/media/media-folder.ts';
import { startPuller } from '../../src/server/worker/puller.ts';
import type { Database } from '../../src/storage/database.ts';
import { rememberRules } from '../../src/storage/listening/listening-rules.ts';
import { eachDatabase } from '../database.ts';
import { openOutgoingDesk } from '../outgoing/desk.ts';
import { QUIET } from '../outgoing/run-sender.ts';
import { createHandTimers } from './hand-timers.ts';
import { ida } from './lab.ts';
import { openX } from './x-world.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  it('what was heard at once and is found by looking afterwards is filed once', async () => {
    const timers = createHandTimers();
    const lab = await openX({ isLimited: false, timers });
    const { stream } = lab.network;
    const now = () => new Date(lab.clock.at);
    const desk = await openOutgoingDesk(db, now());
    const inbox = await desk.addInbox('x', lab.account);
    const stop = new AbortController();
    const deps = { db, connectors: new Map([['x', lab.connector as Connector<unknown>]]), now, log: QUIET };
    const media = createMediaFolder('/nonexistent');
    const pulling = { ...deps, signal: stop.signal, credentialsOf: () => lab.credentials, media };
    const puller = await startPuller(pulling);
    const kept = async () => {
      const { rows } = await sql<{ source: string }>`select source from ledger where inbox_id = ${inbox}
        and convert_from(body, 'UTF8') like '%My teapot%'`.execute(db.read);
      return rows.map(({ source }) => source);
    };
    const searches = () => lab.calls.filter((call) => /\/search\/recent.*teapot/.test(call)).length;
    try {
      await stream.until(() => stream.connections === 1);
      await expect.poll(searches, { timeout: 20_000 }).toBe(1);
      await lab.network.say(ida, { place: 'elsewhere', text: 'My teapot' });
      await expect.poll(kept, { timeout: 20_000 }).toEqual(['search']);
      expect(searches()).toBe(1);
      timers.pass(120_000);
      await expect.poll(kept, { timeout: 20_000 }).toEqual(['search', 'search']);
    } finally {
      stop.abort();
      await puller.stopped;
      await lab.close();
    }
    expect([stream.connections, stream.rules.size]).toEqual([0, 0]);
    const filing = { ...deps, signal: new AbortController().signal, understand: notUnderstood };
    const listening = { rulesOf: rememberRules(db.read), hear: createHear() };
    while ((await fileWaiting({ ...filing, listening }, desk.workspaceId)) > 0);
    const { rows } = await sql`select text from messages where workspace_id = ${desk.workspaceId}`.execute(db.read);
    expect(rows).toEqual([{ text: 'My teapot' }]);
  });
});
