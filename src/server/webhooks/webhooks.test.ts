import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { addInbox, announceInbox, removeInbox } from '../../storage/inboxes.ts';
import { listLedger, readLedgerEntry } from '../../storage/ledger-reading.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

const SECRET = 'harbor-test-secret';
const EMPTY = {
  body: '{"object":"page","entry":[]}',
  signature: 'sha256=62d889dd42d72e70152aa25b44d5a3a1551327bd0e5a05053c92ec4ac56f04ad',
};
const ACCENT = {
  body: String.raw`{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"text":"caf\u00e9"}}]}]}`,
  signature: 'sha256=1089ea1bb1ccde036bb8d43b541197233cc1e0708a4abfe2fc879feba0e89f4a',
};
const RESERIALISED = 'sha256=a1bafd34c29e3112ad400522c9458c56298f297c032c956f835e6bcc067b9b02';

eachDatabase((open) => {
  describe('webhooks', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      desk = await openDesk(await open());
      workspace = await desk.makeWorkspace('harbor');
      await desk.makeWorkspace('elsewhere');
      await connect('104477880011223', SECRET, 'harbor-verify');
    });
    afterAll(() => desk.close());

    async function connect(pageId: string, appSecret: string, verifyToken: string): Promise<InboxId> {
      const id = newId<InboxId>();
      const credentials = { pageId, pageAccessToken: 'EAA', appId: '1', appSecret, verifyToken };
      const { db, seal, now } = desk.deps;
      await db.transaction(async (tx) => {
        const inbox = { id, channel: 'facebook', account: pageId, name: pageId, purpose: 'support', settings: {} };
        const nothing = { handle: null, avatarUrl: null, brand: null, language: null, tokenExpiresAt: null };
        await addInbox(tx, workspace, { ...inbox, ...nothing, sealed: seal.close(workspace, id, credentials) }, now());
        await announceInbox(tx, workspace, now());
      });
      return id;
    }
    const post = (body: string | Buffer, signature: string, path = '/webhooks/harbor/meta') =>
      desk.http.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
        payload: body,
      });
    const sign = (body: string | Buffer, secret = SECRET) =>
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const newest = async () => (await listLedger(desk.deps.db.read, workspace, { limit: 1 }))[0];

    it.each([
      { what: 'an empty batch', ...EMPTY },
      { what: 'an accent, escaped as the network escapes it', ...ACCENT },
    ])(
      'takes $what, signed as in the network’s own documents, and stores the very bytes',
      async ({ body, signature }) => {
        expect((await post(body, signature)).statusCode).toBe(200);
        const row = await newest();
        const entry = await readLedgerEntry(desk.deps.db.read, workspace, row?.id ?? 0, 10_000);
        expect(Buffer.from(entry?.body ?? []).toString()).toBe(body);
        expect(entry).toMatchObject({ family: 'meta', source: 'webhook', inboxId: null, state: 'waiting' });
        expect(entry?.headers).toMatchObject({ 'x-hub-signature-256': signature });
      },
    );

    it.each([
      { what: 'another signature', body: EMPTY.body, signature: ACCENT.signature },
      { what: 'the signature of the re-serialised body', body: ACCENT.body, signature: RESERIALISED },
      { what: 'no signature', body: EMPTY.body, signature: '' },
      { what: 'a short one', body: EMPTY.body, signature: 'sha256=62d8' },
      { what: 'one of another secret', body: EMPTY.body, signature: sign(EMPTY.body, 'other') },
    ])('refuses $what, and stores nothing', async ({ body, signature }) => {
      const before = await newest();
      const answer = await post(body, signature);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'bad_signature' });
      expect(await newest()).toEqual(before);
    });

    it.each(['/webhooks/harbor/nowhere', '/webhooks/nobody/meta'])(
      'says so where nothing listens: %s',
      async (path) => {
        expect((await post(EMPTY.body, EMPTY.signature, path)).json()).toMatchObject({ code: 'no_such_webhook' });
      },
    );

    it('keeps workspaces apart: what is signed for one is refused by the other', async () => {
      expect((await post(EMPTY.body, EMPTY.signature, '/webhooks/elsewhere/meta')).statusCode).toBe(401);
    });

    it('takes what is no JSON and what has no content type as it is: judging is done later', async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x7b]);
      const answer = await desk.http.inject({
        method: 'POST',
        url: '/webhooks/harbor/meta',
        headers: { 'x-hub-signature-256': sign(bytes) },
        payload: bytes,
      });
      expect(answer.statusCode).toBe(200);
      const row = await newest();
      expect(Buffer.from((await readLedgerEntry(desk.deps.db.read, workspace, row?.id ?? 0, 10))?.body ?? [])).toEqual(
        bytes,
      );
    });

    describe('of a network whose events do not say whose they are', () => {
      const viber = async (account: string, authToken: string) => {
        const id = newId<InboxId>();
        const { db, seal, now } = desk.deps;
        await db.transaction(async (tx) => {
          const inbox = { id, channel: 'viber', account, name: account, purpose: 'support' };
          const settings = { welcome: `Welcome to ${account}`, senderName: account };
          const nothing = { handle: null, avatarUrl: null, brand: null, language: null, tokenExpiresAt: null };
          const sealed = seal.close(workspace, id, { authToken, senderName: account, welcome: '' });
          await addInbox(tx, workspace, { ...inbox, ...nothing, settings, sealed }, now());
          await announceInbox(tx, workspace, now());
        });
        return id;
      };
      const send = (event: object, token: string) => {
        const payload = JSON.stringify(event);
        const signature = createHmac('sha256', token).update(payload).digest('hex');
        const headers = { 'content-type': 'application/json', 'x-viber-content-signature': signature };
        return desk.http.inject({ method: 'POST', url: '/webhooks/harbor/viber', headers, payload });
      };
      const started = {
        event: 'conversation_started',
        timestamp: 1_763_460_000_000,
        message_token: 4_912_661_846_655_238_145n.toString(),
        type: 'open',
        user: { id: 'u1==', name: 'Ida', api_version: 10 },
        subscribed: false,
      };

      it('the inbox whose key fits is the one, and its own welcome is the answer', async () => {
        const one = await viber('pa:1', 'token-one');
        const two = await viber('pa:2', 'token-two');
        for (const [id, account, token] of [
          [one, 'pa:1', 'token-one'],
          [two, 'pa:2', 'token-two'],
          [one, 'pa:1', 'token-one'],
        ] as const) {
          const answer = await send(started, token);
          expect(answer.statusCode).toBe(200);
          expect(JSON.stringify(answer.json())).toContain(`Welcome to ${account}`);
          expect(await newest()).toMatchObject({ family: 'viber', inboxId: id });
        }
        expect((await send(started, 'token-three')).statusCode).toBe(401);
      });
    });

    it('refuses a body above five megabytes before reading it whole', async () => {
      const big = Buffer.alloc(5 * 1024 * 1024 + 1, 'a');
      expect((await post(big, sign(big))).statusCode).toBe(413);
    });

    it('answers the network’s question whether we are there', async () => {
      const ask = (token: string) =>
        desk.http.inject(`/webhooks/harbor/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
      const right = await ask('harbor-verify');
      expect([right.statusCode, right.body, right.headers['content-type']]).toEqual([200, '1158201444', 'text/plain']);
      expect((await ask('guess')).statusCode).toBe(403);
    });

    it('knows a new inbox at once, and forgets a removed one', async () => {
      const signature = sign(EMPTY.body, 'second-secret');
      expect((await post(EMPTY.body, signature)).statusCode).toBe(401);
      const id = await connect('2', 'second-secret', 'second-verify');
      await expect.poll(async () => (await post(EMPTY.body, signature)).statusCode).toBe(200);
      const { db, now } = desk.deps;
      await db.transaction(async (tx) => {
        await removeInbox(tx, workspace, id, now());
        await announceInbox(tx, workspace, now());
      });
      await expect.poll(async () => (await post(EMPTY.body, signature)).statusCode).toBe(401);
      expect((await post(EMPTY.body, EMPTY.signature)).statusCode).toBe(200);
    });

    it('many at once are each stored once before they are acknowledged', async () => {
      const before = (await listLedger(desk.deps.db.read, workspace, { limit: 200 })).length;
      const bodies = Array.from({ length: 60 }, (_, at) => `{"object":"page","entry":[],"n":${at}}`);
      const answers = await Promise.all(bodies.map((body) => post(body, sign(body))));
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
      expect(await listLedger(desk.deps.db.read, workspace, { limit: 200 })).toHaveLength(before + 60);
    });
  });
});
