import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { addBoard, removeBoard } from '../../actions/listening/keep-board.ts';
import { addListeningRule } from '../../actions/listening/keep-listening-rule.ts';
import { tryAgain } from '../../actions/try-again.ts';
import { searchesIn } from '../../connectors/shared/searches.ts';
import type { AtOnce } from '../../core/channel/at-once.ts';
import { type Connector, type SourceSession, Trouble } from '../../core/channel/connector.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { listeningBody } from '../../storage/listening/heard.fixture.ts';
import { createMediaFolder } from '../media/media-folder.ts';
import { startPuller } from './puller.ts';

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let box: InboxId;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    // Pullers read the inboxes of all workspaces: those of earlier tests are to rest.
    await db.alone((tx) => tx.updateTable('inboxes').set({ state: 'paused' }).execute());
    desk = await openOutgoingDesk(db, new Date());
    box = await desk.addInbox('box');
  });

  /** A mailbox of numbered letters, read two at a time. */
  function mailbox(letters: string[], trouble: () => Error | null = () => null) {
    const calls = { opened: 0, closed: 0, reading: 0, most: 0, retried: 0 };
    let wake: ((stream: string) => void) | undefined;
    let stand: ((line: AtOnce) => void) | undefined;
    const session: SourceSession = {
      async pull(_stream, cursor) {
        calls.reading += 1;
        calls.most = Math.max(calls.most, calls.reading);
        await new Promise((resolve) => setTimeout(resolve, 1));
        calls.reading -= 1;
        const fault = trouble();
        if (fault) throw fault;
        const from = typeof cursor === 'number' ? cursor : 0;
        const entries = letters.slice(from, from + 2).map((text) => ({ headers: {}, body: Buffer.from(text) }));
        const seen = from + entries.length;
        return { entries, cursor: seen, more: seen < letters.length, count: { onServer: letters.length, seen } };
      },
      watch(listener, teller) {
        wake = listener;
        stand = teller;
      },
      retry() {
        calls.retried += 1;
      },
      async close() {
        calls.closed += 1;
      },
    };
    const connector: Connector = {
      ...(createFakeNetwork().connectors().get('line') as Connector),
      channel: 'box',
      source: {
        streams: () => [{ name: 'INBOX', everyMs: 3_600_000 }],
        async open() {
          calls.opened += 1;
          return session;
        },
      },
    };
    return { calls, connector, wake: () => wake?.('INBOX'), stand: (line: AtOnce) => stand?.(line) };
  }
  const read = async () => {
    const rows = await db.read.selectFrom('ledger').select('body').where('inbox_id', '=', box).orderBy('id').execute();
    return rows.map(({ body }) => Buffer.from(body).toString());
  };
  const inbox = () => db.read.selectFrom('inboxes').selectAll().where('id', '=', box).executeTakeFirstOrThrow();

  async function whilePulling(connector: Connector, work: () => Promise<void>, workers = 1): Promise<void> {
    const stop = new AbortController();
    const options = {
      db,
      connectors: new Map([['box', connector]]),
      credentialsOf: () => ({}),
      media: createMediaFolder('/nonexistent'),
      now: () => new Date(),
      signal: stop.signal,
      log: QUIET,
      firstPauseMs: 1,
      lookEveryMs: 20,
    };
    const all = await Promise.all(Array.from({ length: workers }, () => startPuller(options)));
    try {
      await work();
    } finally {
      stop.abort();
      await Promise.all(all.map(({ stopped }) => stopped));
    }
  }
  const until = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 20_000, interval: 10 });

  it('reads everything once, goes on when told of news, and later from where it stopped', async () => {
    const letters = ['a', 'b', 'c', 'd', 'e'];
    const { connector, wake, calls } = mailbox(letters);
    await whilePulling(connector, async () => {
      await until(read).toEqual(['a', 'b', 'c', 'd', 'e']);
      letters.push('f');
      wake();
      await until(read).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      await until(async () => (await inbox()).last_count).toEqual({ onServer: 6, seen: 6 });
    });
    expect(calls.closed).toBe(1);
    expect((await inbox()).puller).toBeNull();
    letters.push('g');
    await whilePulling(mailbox(letters).connector, () => until(async () => (await read()).at(-1)).toBe('g'));
    expect(await read()).toHaveLength(7);
  });

  it('is told what listening rules ask of it, and asked anew when they change; a network that cannot search is left alone', async () => {
    const who = { ...desk.ana, acts: [] };
    const boardId = randomUUID();
    const keep = (word: string) => {
      const body = { ...listeningBody(boardId), brand: [word], forms: ['plain' as const] };
      return addListeningRule(db, who, { id: randomUUID(), isOn: true, body }, new Date());
    };
    await addBoard(db, who, { id: boardId, name: 'Us', kind: 'own' }, new Date());
    await keep('Fjell');
    for (const canListen of [true, false]) {
      const { connector, calls } = mailbox(['a']);
      const asked: unknown[] = [];
      const listening = { how: '', searchesMost: 9, reachMs: 1, source: '' };
      const { source, capabilities } = connector;
      const able = {
        ...connector,
        capabilities: canListen ? { ...capabilities, listening } : capabilities,
        source: {
          ...(source as NonNullable<typeof source>),
          open: async (...all: Parameters<NonNullable<typeof source>['open']>) => {
            asked.push(searchesIn(all[2]).flatMap(({ anyOf }) => anyOf));
            return (source as NonNullable<typeof source>).open(...all);
          },
        },
      };
      await whilePulling(able, async () => {
        await until(async () => asked.at(-1)).toEqual(canListen ? ['fjell'] : []);
        if (!canListen) return;
        await keep('Zvona');
        await until(async () => asked.at(-1)).toEqual(['fjell', 'zvona']);
        await removeBoard(db, who, boardId, new Date());
        await until(async () => asked.at(-1)).toEqual([]);
        await addBoard(db, who, { id: randomUUID(), name: 'Us', kind: 'own' }, new Date());
      });
      expect(calls.opened).toBe(canListen ? 3 : 1);
    }
  });

  it('writes down how it stands with what brings news at once, and tells the desk when that changes', async () => {
    const { connector, stand } = mailbox(['a']);
    const changes = async () => {
      const told = db.read.selectFrom('changes').select('seq').where('workspace_id', '=', desk.workspaceId);
      return (await told.where('kind', '=', 'inbox').execute()).length;
    };
    await whilePulling(connector, async () => {
      await until(read).toEqual(['a']);
      const before = await changes();
      const resting = { state: 'resting', until: new Date('2026-11-24T00:00:00Z'), why: 'It is taken.' } as const;
      stand({ state: 'opening' });
      stand(resting);
      const kept = { ...resting, until: '2026-11-24T00:00:00.000Z' };
      await until(async () => (await inbox()).at_once).toEqual(kept);
      const once = await changes();
      expect(once).toBeGreaterThan(before);
      stand(resting);
      stand({ state: 'open', what: ['mentions'] });
      await until(async () => (await inbox()).at_once).toEqual({ state: 'open', what: ['mentions'] });
      expect(await changes()).toBe(once + 1);
    });
  });

  it('tries again what rests when a person tests or saves it, and not by itself', async () => {
    const { connector, calls } = mailbox(['a']);
    const who = { ...desk.ana, acts: [] };
    await tryAgain(db, who, box, new Date('2026-11-20T09:00:00Z'));
    await whilePulling(connector, async () => {
      await until(read).toEqual(['a']);
      expect(calls.retried).toBe(0);
      await tryAgain(db, who, box, new Date('2026-11-20T10:00:00Z'));
      await until(async () => calls.retried).toBe(1);
      // saved: another session, which is told as well
      const sealed = Buffer.from('others');
      await db.alone((tx) => tx.updateTable('inboxes').set({ credentials: sealed }).where('id', '=', box).execute());
      await tryAgain(db, who, box, new Date('2026-11-20T11:00:00Z'));
      await until(async () => calls.opened).toBe(2);
      await until(async () => calls.retried).toBe(2);
    });
    expect(calls.retried).toBe(2);
  });

  it('is read by one of two workers', async () => {
    const { connector, calls } = mailbox(['a']);
    await whilePulling(
      connector,
      async () => {
        await until(read).toEqual(['a']);
        await new Promise((resolve) => setTimeout(resolve, 100));
      },
      2,
    );
    expect(calls).toMatchObject({ opened: 1, most: 1 });
    expect(await read()).toEqual(['a']);
  });

  describe('in trouble', () => {
    it('says so after the second failure in a row, and is well again when it works', async () => {
      let isDown = true;
      const { connector } = mailbox(['a'], () => (isDown ? new Trouble('unavailable', 'Nobody answers.') : null));
      await whilePulling(connector, async () => {
        await until(async () => (await inbox()).state).toBe('trouble');
        isDown = false;
        await until(async () => (await inbox()).state).toBe('connected');
        await until(read).toEqual(['a']);
      });
      expect(await inbox()).toMatchObject({ last_error: 'Nobody answers.', state_detail: null });
    });

    it('waits for a login, and goes on with new credentials', async () => {
      let isRevoked = true;
      const { connector } = mailbox(['a'], () => (isRevoked ? new Trouble('needs_login', 'Wrong password.') : null));
      await whilePulling(connector, async () => {
        await until(async () => (await inbox()).state).toBe('needs_login');
        expect((await inbox()).state_detail).toBe('Wrong password.');
        isRevoked = false;
        await db.alone((tx) =>
          tx
            .updateTable('inboxes')
            .set({ state: 'connected', credentials: Buffer.from('new') })
            .where('id', '=', box)
            .execute(),
        );
        await until(read).toEqual(['a']);
      });
    });

    it('is not read while it is paused', async () => {
      await db.alone((tx) => tx.updateTable('inboxes').set({ state: 'paused' }).where('id', '=', box).execute());
      const { connector, calls } = mailbox(['a']);
      await whilePulling(connector, () => new Promise((resolve) => setTimeout(resolve, 80)));
      expect(calls.opened).toBe(0);
    });
  });
});
