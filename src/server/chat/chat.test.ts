import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import { listLedger } from '../../storage/ledger-reading.ts';
import type { ChatLines } from '../../wire/chat.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { startWorker } from '../worker/start.ts';

const SITE = 'https://www.example.com';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
type Headers = Record<string, string>;

eachDatabase((open) => {
  describe('the chat on a website', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    let agent: Headers;
    let chat: string;
    let calls = 0;
    const stop = new AbortController();
    let worker: Awaited<ReturnType<typeof startWorker>>;

    beforeAll(async () => {
      desk = await openDesk(await open());
      workspace = await desk.makeWorkspace('harbor');
      await desk.makeWorkspace('elsewhere');
      agent = (await desk.signIn(workspace, 'owner')).headers;
      chat = await connect(SITE);
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      worker = await startWorker({
        ...desk.deps,
        credentialsOf: desk.deps.seal.open,
        understand: notUnderstood,
        sealFor: desk.deps.seal.close,
        callbackUrl: async () => null,
        log,
        signal: stop.signal,
      });
    });
    afterAll(async () => {
      stop.abort();
      await worker.stopped;
      await desk.close();
    });

    async function connect(site: string, more: object = {}): Promise<string> {
      const answer = await desk.http.inject({
        method: 'POST',
        url: '/api/inboxes',
        headers: agent,
        payload: { channel: 'chat', credentials: { site, ...more } },
      });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json().inbox.id;
    }
    const call = (
      method: 'GET' | 'POST' | 'OPTIONS',
      path: string,
      {
        payload,
        token,
        origin = SITE,
        at = `harbor/${chat}`,
        ip,
      }: { payload?: object; token?: string; origin?: string | null; at?: string; ip?: string } = {},
    ) =>
      desk.http.inject({
        method,
        url: `/chat/${at}/${path}`,
        headers: {
          ...(origin === null ? {} : { origin }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(payload ? { payload } : {}),
        // An address of their own for each: how often one may ask is tried below.
        remoteAddress: ip ?? `127.2.${++calls >> 8}.${calls & 255}`,
      });
    const begin = async (at?: string, origin?: string): Promise<string> =>
      (await call('POST', 'visitors', { ...(at ? { at } : {}), ...(origin ? { origin } : {}) })).json().token;
    const say = (token: string, text: string, more: object = {}) =>
      call('POST', 'lines', { token, payload: { id: randomUUID(), text, ...more } });
    const lines = async (token: string, known?: string): Promise<ChatLines> =>
      (await call('GET', `lines${known ? `?known=${known}` : ''}`, { token })).json();
    const desks = async (url: string) => (await desk.http.inject({ url, headers: agent })).json();
    /** The conversation that somebody's line came to. */
    async function filed(text: string) {
      return expect
        .poll(async () => find(text), { timeout: 20_000 })
        .toBeTruthy()
        .then(() => find(text));
    }
    async function find(text: string): Promise<{ id: string; seq: number } | undefined> {
      const { items } = await desks('/api/conversations?view=all');
      return items?.find((one: { preview: string }) => one.preview.includes(text));
    }
    async function answer(conversation: string, text: string, attachments: readonly string[] = []) {
      const { ways, seq } = await desks(`/api/conversations/${conversation}`);
      const id = randomUUID();
      const sent = await desk.http.inject({
        method: 'POST',
        url: `/api/conversations/${conversation}/messages`,
        headers: agent,
        payload: { id, way: ways[0].key, text, attachments, readAtSeq: seq, thenMark: 'answered' },
      });
      if (sent.statusCode >= 300) throw new Error(sent.body);
      return id;
    }

    it('brings what a visitor says to the desk, through the ledger, and the answer back to their window', async () => {
      const token = await begin();
      const text = 'Is the green jacket in stock?';
      const page = { url: `${SITE}/jackets/7`, title: 'Green jacket' };
      expect((await say(token, text, { name: 'Ida', email: 'ida@customers.test', page })).statusCode).toBe(202);
      const conversation = await filed(text);
      const [entry] = await listLedger(desk.deps.db.read, workspace, { limit: 1 });
      expect(entry).toMatchObject({ family: 'chat', source: 'widget', inboxId: chat, state: 'filed' });

      const before = await lines(token);
      expect(before.lines).toMatchObject([{ isOurs: false, text }]);
      const waiting = lines(token, before.mark);
      const id = await answer(conversation?.id ?? '', 'Yes, in all sizes. 😊');
      const after = await waiting;
      expect(after.lines.map(({ text: said, isOurs }) => [said, isOurs])).toEqual([
        [text, false],
        ['Yes, in all sizes. 😊', true],
      ]);

      expect((await call('POST', 'seen', { token, payload: { ids: [id], status: 'read' } })).statusCode).toBe(200);
      const delivery = async () => {
        const { messages } = await desks(`/api/conversations/${conversation?.id}`);
        return messages?.find((one: { id: string }) => one.id === id)?.delivery;
      };
      await expect.poll(delivery, { timeout: 20_000 }).toBe('read');
      expect((await lines(token)).lines.at(-1)).toMatchObject({ isRead: true });
    });

    it('takes a line that is sent twice once', async () => {
      const token = await begin();
      const payload = { id: randomUUID(), text: 'Once or twice?' };
      await call('POST', 'lines', { token, payload });
      await call('POST', 'lines', { token, payload });
      await filed('Once or twice?');
      await expect.poll(async () => (await lines(token)).lines.length).toBe(1);
      expect((await lines(token)).lines[0]).toMatchObject({ id: payload.id });
      const states = (await listLedger(desk.deps.db.read, workspace, { limit: 2 })).map(({ state }) => state);
      await expect.poll(() => states.toSorted()).toEqual(expect.arrayContaining(['filed']));
    });

    it('shows nobody a note, nor what has not left the desk, nor what was said to somebody else', async () => {
      const [ida, bo] = [await begin(), await begin()];
      await say(ida, 'Secret of Ida');
      await say(bo, 'Question of Bo');
      const conversation = await filed('Question of Bo');
      await desk.http.inject({
        method: 'POST',
        url: `/api/conversations/${conversation?.id}/notes`,
        headers: agent,
        payload: { id: randomUUID(), text: 'He is on the list' },
      });
      await filed('Secret of Ida');
      expect((await lines(bo)).lines.map(({ text }) => text)).toEqual(['Question of Bo']);
    });

    it('carries files both ways, each to the one it is for', async () => {
      const [token, other] = [await begin(), await begin()];
      const files = [{ name: '../../zip<script>.png', mimeType: 'image/png', data: PIXEL }];
      expect((await say(token, '', { files })).statusCode).toBe(202);
      await expect.poll(async () => (await lines(token)).lines[0]?.files.length, { timeout: 20_000 }).toBe(1);
      const file = (await lines(token)).lines[0]?.files[0]?.id ?? '';
      const fetched = await call('GET', `files/${file}`, { token });
      expect([fetched.statusCode, fetched.headers['content-type']]).toEqual([200, 'image/png']);
      expect(fetched.rawPayload.toString('base64')).toBe(PIXEL);
      expect(fetched.headers['content-security-policy']).toContain('sandbox');
      expect((await call('GET', `files/${file}`, { token: other })).statusCode).toBe(404);
      expect((await call('GET', `files/${file}`)).statusCode).toBe(401);
    });

    it('keeps the token of nobody: the database holds its hash alone', async () => {
      const token = await begin();
      const { rows } = await (await import('kysely')).sql<{
        row: string;
      }>`select v::text as row from chat_visitors v`.execute(desk.deps.db.read);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.some(({ row }) => row.includes(token) || row.includes(token.split('.')[1] ?? ''))).toBe(false);
    });

    it('opens its routes to the token of this chat alone', async () => {
      const site = 'https://other.example.com';
      const foreign = await begin(`harbor/${await connect(site)}`, site);
      const good = await begin();
      expect(foreign).not.toBe(good);
      const routes: readonly (readonly ['GET' | 'POST', string, object?])[] = [
        ['GET', 'lines'],
        ['POST', 'lines', { id: randomUUID(), text: 'x' }],
        ['POST', 'seen', { ids: ['x'], status: 'read' }],
        ['GET', `files/${randomUUID()}`],
      ];
      for (const [method, path, payload] of routes)
        for (const token of [undefined, 'x', `${good}x`, good.replace(/^\d+/, '2'), foreign]) {
          const refused = await call(method, path, { ...(token ? { token } : {}), ...(payload ? { payload } : {}) });
          expect([path, token, refused.statusCode, refused.json().code]).toEqual([path, token, 401, 'no_such_visitor']);
        }
    });

    it('knows no chat of another workspace, no inbox of another kind and no rubbish', async () => {
      for (const at of [`elsewhere/${chat}`, `nobody/${chat}`, `harbor/${randomUUID()}`, 'harbor/x', "harbor/'--"])
        expect([at, (await call('GET', 'hello', { at })).statusCode]).toEqual([at, 404]);
    });

    it('lets pages of its own websites in, and no others', async () => {
      const good = await call('GET', 'hello');
      expect(good.headers).toMatchObject({
        'access-control-allow-origin': SITE,
        vary: expect.stringContaining('origin'),
      });
      expect(good.headers['access-control-allow-credentials']).toBeUndefined();
      const asked = await call('OPTIONS', 'lines');
      expect([asked.statusCode, asked.headers['access-control-allow-headers']]).toEqual([
        204,
        'authorization, content-type',
      ]);
      for (const origin of ['https://evil.example', 'null', `${SITE}.evil.example`, 'http://www.example.com', null]) {
        const refused = await call('GET', 'hello', { origin });
        expect([origin, refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([
          origin,
          403,
          undefined,
        ]);
      }
    });

    it('refuses what is too much, in words', async () => {
      const token = await begin();
      const big = { name: 'big.bin', mimeType: 'application/octet-stream', data: 'AAAA'.repeat(1_670_000) };
      expect((await say(token, 'a'.repeat(5_001))).statusCode).toBe(400);
      expect((await say(token, '  ')).json()).toMatchObject({ code: 'nothing_said' });
      expect((await say(token, '', { files: [big] })).json()).toMatchObject({ code: 'too_large' });
      expect((await say(token, '', { files: [big, big] })).statusCode).toBe(413);
      expect((await say(token, 'x', { page: { url: 'javascript:alert(1)' } })).statusCode).toBe(400);
      const flood = await Promise.all(
        Array.from({ length: 60 }, (_, at) =>
          call('POST', 'lines', { token, payload: { id: randomUUID(), text: `Flood ${at}` }, ip: '127.9.9.9' }),
        ),
      );
      expect(flood.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(20);
      const newcomers = await Promise.all(
        Array.from({ length: 30 }, () => call('POST', 'visitors', { ip: '127.9.9.8' })),
      );
      expect(newcomers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    });

    it('keeps script as the words that it is', async () => {
      const token = await begin();
      const text = '<img src=x onerror=alert(1)>\u0000';
      await say(token, text);
      await expect.poll(async () => (await lines(token)).lines[0]?.text, { timeout: 20_000 }).toBe(text.slice(0, -1));
    });

    it('says how long an answer takes, and what to do when nobody is there', async () => {
      // The owner who runs this test is at the desk.
      expect((await call('GET', 'hello')).json()).toMatchObject({
        isAway: false,
        isKnown: false,
        answerWithinMs: null,
      });
      const far = Date.now() + 3 * 86_400_000;
      const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(far);
      const closed = await connect('https://closed.example.com', {
        hours: `${weekday} 00:00-00:01`,
        title: 'Night',
        colour: '#ff0000',
      });
      const hello = await call('GET', 'hello', { at: `harbor/${closed}`, origin: 'https://closed.example.com' });
      expect(hello.json()).toMatchObject({ isAway: true, title: 'Night', colour: '#ff0000' });
    });

    it('is closed while its inbox is paused, and gone when it is disconnected', async () => {
      const site = 'https://paused.example.com';
      const id = await connect(site);
      const at = { at: `harbor/${id}`, origin: site };
      await desk.http.inject({
        method: 'PATCH',
        url: `/api/inboxes/${id}`,
        headers: agent,
        payload: { isPaused: true },
      });
      expect((await call('GET', 'hello', at)).json()).toMatchObject({ code: 'chat_paused' });
      await desk.http.inject({ method: 'DELETE', url: `/api/inboxes/${id}`, headers: agent });
      expect((await call('GET', 'hello', at)).json()).toMatchObject({ code: 'no_such_chat' });
    });
  });
});
