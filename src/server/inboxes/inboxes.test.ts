import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { ExternalAccountId, WorkspaceId } from '../../core/ids.ts';
import { appendToLedger } from '../../storage/ledger.ts';
import { migrate } from '../../storage/migrate.ts';
import { openDatabase } from '../../storage/open.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { showChannel } from './show-inbox.ts';

const SECRET = 'hunter2-the-token-of-the-lighthouse';

/** A channel whose token decides what is found; `on` changes what its network says next. */
function lighthouse(on: { subscribe: 'ok' | 'refused' }): Connector {
  const connector: Connector<{ token: string; lamp: string }> = {
    channel: 'lighthouse',
    name: 'Lighthouse',
    mark: 'L',
    capabilities: {
      text: { max: 10, unit: 'graphemes' },
      attachments: { max: 0, maxBytes: 0, types: [] },
      acts: { publish: { on: 'inbox' } },
      lacks: {},
      hears: {
        comments: true,
        mentions: true,
        direct: true,
        reviews: true,
        keywords: true,
        reactions: true,
        edits: true,
        deletions: true,
        history: true,
        missed: true,
      },
      receives: [],
      tells: { delivered: false, read: false },
      rate: { count: 1, perMs: 1 },
    },
    proof: { kind: 'sheet', by: 'made up' },
    credentials: {
      fields: [
        { name: 'lamp', label: 'Lamp', help: '', kind: 'text' },
        { name: 'token', label: 'Token', help: '', kind: 'secret' },
      ],
      parse(input) {
        const { token, lamp } = input as { token?: string; lamp?: string };
        if (!lamp) return { ok: false, errors: [{ field: 'lamp', message: 'Fill in the lamp.' }] };
        if (!token) return { ok: false, errors: [{ field: 'token', message: 'Fill in the token.' }] };
        return { ok: true, value: { token, lamp } };
      },
    },
    check: async ({ token, lamp }) =>
      token === 'stale'
        ? { ok: false, problem: 'The token has ended.', todo: 'Make a new one.', field: 'token' }
        : { ok: true, account: { id: lamp as ExternalAccountId, name: `Lamp ${lamp}` }, warnings: ['It is foggy.'] },
    parse: () => [],
    send: async () => ({ kind: 'refused', reason: 'other', detail: '' }),
    webhook: { family: 'lighthouse', isAuthentic: () => false },
    connect: async (_credentials, _account, url) =>
      on.subscribe === 'ok'
        ? { ok: true, detail: `Signals go to ${url}.` }
        : { ok: false, problem: 'It does not signal.', todo: 'Light it.' },
  };
  return connector as Connector<unknown> & typeof connector;
}

eachDatabase((open) => {
  describe('inboxes', () => {
    const on: { subscribe: 'ok' | 'refused' } = { subscribe: 'ok' };
    let desk: Desk;
    let workspace: WorkspaceId;
    let headers: Record<string, string>;
    beforeAll(async () => {
      const connector = lighthouse(on);
      desk = await openDesk(await open(), { connectors: new Map([[connector.channel, connector]]) });
      workspace = await desk.makeWorkspace('coast');
      headers = (await desk.signIn(workspace, 'admin')).headers;
    });
    afterAll(() => desk.close());
    const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, as = headers) => {
      const answer = await desk.http.inject({ method, url, headers: as, ...(payload ? { payload } : {}) });
      return { status: answer.statusCode, body: answer.json(), text: answer.body };
    };
    const connect = (lamp: string, token = SECRET) =>
      call('POST', '/api/inboxes', { channel: 'lighthouse', credentials: { lamp, token } });

    it('channels are described as their forms need it', async () => {
      const { body } = await call('GET', '/api/channels');
      expect(body.items).toMatchObject([
        {
          channel: 'lighthouse',
          fields: [{ name: 'lamp' }, { name: 'token', kind: 'secret' }],
          webhookPath: '/webhooks/coast/lighthouse',
          canPublish: true,
          publishLimit: { max: 10, unit: 'graphemes' },
        },
      ]);
    });

    it('shows no address to paste where the network is told it', () => {
      const connector = lighthouse(on);
      const set = { ...connector, webhook: { family: 'lighthouse', isAuthentic: () => false, isSetByUs: true } };
      expect(showChannel(set, 'coast').webhookPath).toBeNull();
      expect(showChannel(connector, 'coast').webhookPath).toBe('/webhooks/coast/lighthouse');
    });

    it.each([
      {
        what: 'an unfilled form',
        credentials: { token: 'x' },
        is: { ok: false, problem: 'Fill in the lamp.', field: 'lamp' },
      },
      {
        what: 'a refused token',
        credentials: { lamp: '1', token: 'stale' },
        is: { ok: false, todo: 'Make a new one.', field: 'token' },
      },
      {
        what: 'a good one',
        credentials: { lamp: '1', token: 'x' },
        is: { ok: true, account: { name: 'Lamp 1' }, warnings: ['It is foggy.'] },
      },
    ])('the test button says what is with $what', async ({ credentials, is }) => {
      expect((await call('POST', '/api/inboxes/check', { channel: 'lighthouse', credentials })).body).toMatchObject(is);
    });

    it('connecting stores it, subscribes, and never shows the secret again', async () => {
      const { status, body, text } = await connect('7');
      expect(status).toBe(201);
      expect(body).toMatchObject({
        inbox: { name: 'Lamp 7', health: { state: 'connected', waiting: 0 } },
        warnings: ['It is foggy.'],
      });
      expect(body.detail).toContain('/webhooks/coast/lighthouse');
      expect(text).not.toContain(SECRET);
      expect((await call('GET', '/api/inboxes')).text).not.toContain(SECRET);
      expect((await call('GET', `/api/inboxes/${body.inbox.id}/form`)).body).toEqual({ values: { lamp: '7' } });
      expect((await call('GET', '/api/audit')).text).not.toContain(SECRET);
      const { rows } = await sql`select i::text as row from inboxes i`.execute(desk.deps.db.read);
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(SECRET).toString('hex'));
      expect(JSON.stringify(rows)).not.toContain(SECRET);
    });

    it('the same account twice is refused in words', async () => {
      await connect('8');
      expect(await connect('8')).toMatchObject({ status: 409, body: { code: 'inbox_exists' } });
      const both = await Promise.all([connect('9'), connect('9')]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('works the same by API token', async () => {
      const token = await desk.token(workspace, ['inboxes.manage', 'inboxes.read']);
      const wish = { channel: 'lighthouse', credentials: { lamp: 'by-script', token: SECRET } };
      expect((await call('POST', '/api/inboxes', wish, token)).status).toBe(201);
    });

    it('stays when the network does not want to send, says why, and is mended by testing again', async () => {
      on.subscribe = 'refused';
      const { body } = await connect('dark');
      expect(body).toMatchObject({ inbox: { health: { state: 'trouble', detail: 'It does not signal. Light it.' } } });
      on.subscribe = 'ok';
      const mended = await call('PATCH', `/api/inboxes/${body.inbox.id}`, { credentials: {} });
      expect(mended.body).toMatchObject({ inbox: { health: { state: 'connected', detail: null } } });
    });

    it('a patch keeps secrets that were left empty and refuses another account', async () => {
      const { body } = await connect('10');
      const url = `/api/inboxes/${body.inbox.id}`;
      expect(
        (await call('PATCH', url, { name: 'North', credentials: { lamp: '10', token: '' } })).body.inbox.name,
      ).toBe('North');
      expect((await call('POST', `${url}/check`, { credentials: {} })).body).toMatchObject({ ok: true });
      const other = await call('PATCH', url, { credentials: { lamp: '11' } });
      expect(other).toMatchObject({ status: 400, body: { code: 'credentials_refused' } });
      expect((await call('PATCH', url, { credentials: { token: 'stale' } })).body.details.field).toBe('token');
    });

    it('a test that went well and whatever is saved with it have what rests tried again; a name alone does not', async () => {
      const { body } = await connect('14');
      const url = `/api/inboxes/${body.inbox.id}`;
      const inboxes = desk.deps.db.read.selectFrom('inboxes').select('asked_at').where('id', '=', body.inbox.id);
      const asked = async () => (await inboxes.executeTakeFirstOrThrow()).asked_at?.getTime() ?? 0;
      await call('PATCH', url, { name: 'South' });
      await call('POST', `${url}/check`, { credentials: { token: 'stale' } });
      expect(await asked()).toBe(0);
      await call('POST', `${url}/check`, { credentials: {} });
      const tested = await asked();
      expect(tested).toBeGreaterThan(0);
      await call('PATCH', url, { credentials: {} });
      expect(await asked()).toBeGreaterThan(tested);
    });

    it('is paused, goes on, and is removed; connecting the account again revives it', async () => {
      const { body } = await connect('12');
      const url = `/api/inboxes/${body.inbox.id}`;
      expect((await call('PATCH', url, { isPaused: true })).body.inbox.health.state).toBe('paused');
      expect((await call('PATCH', url, { isPaused: false })).body.inbox.health.state).toBe('connected');
      expect((await call('DELETE', url)).status).toBe(200);
      expect((await call('GET', url)).status).toBe(404);
      const { rows } = await sql<{
        size: number;
      }>`select octet_length(credentials) as size from inboxes where id = ${body.inbox.id}`.execute(desk.deps.db.read);
      expect(rows[0]?.size).toBe(0);
      expect((await connect('12')).body.inbox).toMatchObject({ id: body.inbox.id, health: { state: 'connected' } });
    });

    it('shows what of its family waits to be filed', async () => {
      const { body } = await connect('13');
      const arrival = {
        family: 'lighthouse',
        inboxId: null,
        source: 'webhook',
        headers: {},
        body: Buffer.from('x'),
        receivedAt: new Date(),
      };
      await desk.deps.db.alone((tx) =>
        appendToLedger(tx, workspace, [arrival, { ...arrival, inboxId: body.inbox.id }]),
      );
      expect((await call('GET', `/api/inboxes/${body.inbox.id}`)).body.health.waiting).toBe(2);
    });
  });
});

it('a copy of the embedded database holds no readable secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-sealed-'));
  try {
    const db = await openDatabase({ kind: 'pglite', folder: join(folder, 'database'), runsIn: 'process' });
    await migrate(db);
    const connector = lighthouse({ subscribe: 'ok' });
    const desk = await openDesk(db, { connectors: new Map([[connector.channel, connector]]) });
    const workspace = await desk.makeWorkspace('coast');
    const headers = await desk.token(workspace);
    const payload = { channel: 'lighthouse', name: 'visible-name', credentials: { lamp: '1', token: SECRET } };
    await desk.http.inject({ method: 'POST', url: '/api/inboxes', headers, payload });
    await desk.close();
    await db.close();
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const holds = async (text: string) => {
      const found = await Promise.all(
        files.map(async (file) => (await readFile(join(file.parentPath, file.name))).includes(text)),
      );
      return found.includes(true);
    };
    expect(await holds('visible-name')).toBe(true);
    expect(await holds(SECRET)).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
