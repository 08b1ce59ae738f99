import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { fileWaiting } from '../../actions/file/filer.ts';
import { doorMark } from '../../connectors/x/signature.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import { addInbox, announceInbox } from '../../storage/inboxes.ts';
import { listLedger } from '../../storage/ledger-reading.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

const US = '700000000000000001';
const OTHER = '700000000000000009';
const APP = { apiKey: 'one-app', apiSecret: 'one-secret' };
const NEIGHBOUR = { apiKey: 'another-app', apiSecret: 'another-secret' };
const fixture = (name: string) =>
  readFileSync(new URL(`../../connectors/x/fixtures/${name}.json`, import.meta.url), 'utf8');
const sign = (body: string, secret = APP.apiSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;

eachDatabase((open) => {
  describe('webhooks of X', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    let slug: string;
    let inboxId: InboxId;
    let count = 0;
    const workspaces: WorkspaceId[] = [];
    beforeAll(async () => {
      desk = await openDesk(await open());
      // the door looks for new ones twice a second at most
      for (let at = 0; at < 20; at += 1) workspaces.push(await desk.makeWorkspace(`coast-${at}`));
    });
    beforeEach(async () => {
      slug = `coast-${count}`;
      workspace = workspaces[count] as WorkspaceId;
      count += 1;
      inboxId = await connect(US, APP);
    });
    afterAll(() => desk.close());

    async function connect(account: string, app: typeof APP): Promise<InboxId> {
      const id = newId<InboxId>();
      const { db, seal, now } = desk.deps;
      const credentials = { ...app, accessToken: `${account}-t`, accessSecret: 's', plan: 'pay_per_use', keywords: [] };
      await db.transaction(async (tx) => {
        const inbox = { id, channel: 'x', account, name: account, purpose: 'support', settings: {} };
        const nothing = { handle: null, avatarUrl: null, brand: null, language: null, tokenExpiresAt: null };
        await addInbox(tx, workspace, { ...inbox, ...nothing, sealed: seal.close(workspace, id, credentials) }, now());
        await announceInbox(tx, workspace, now());
      });
      return id;
    }
    const post = (body: string, signature: string | null) =>
      desk.http.inject({
        method: 'POST',
        url: `/webhooks/${slug}/x`,
        headers: {
          'content-type': 'application/json',
          ...(signature === null ? {} : { 'x-twitter-webhooks-signature': signature }),
        },
        payload: body,
      });
    /** As the puller lays down what it read from a list. */
    const poll = (name: string, source: string) =>
      desk.deps.receiver.receive(workspace, [
        { family: 'x', inboxId, source, headers: {}, body: Buffer.from(fixture(name)), receivedAt: desk.deps.now() },
      ]);
    async function file() {
      const { db, connectors, now } = desk.deps;
      const log = { error: () => undefined };
      const options = { db, connectors, understand: notUnderstood, now, log, signal: new AbortController().signal };
      await fileWaiting(options, workspace);
    }
    const messages = () =>
      desk.deps.db.read
        .selectFrom('messages')
        .select(['external_id', 'inbox_id', 'text', 'reach', 'is_partial', 'delivery', 'deleted_at'])
        .where('workspace_id', '=', workspace)
        .orderBy('sent_at')
        .execute();
    const conversations = () =>
      desk.deps.db.read.selectFrom('conversations').select('id').where('workspace_id', '=', workspace).execute();

    it.each([
      ['without a signature', null],
      ['with an empty one', ''],
      ['with one of another secret', sign(fixture('activity-mention'), 'guessed')],
      ['with one of another body', sign('{}')],
    ])('are refused %s, and nothing of them is stored', async (_, signature) => {
      expect((await post(fixture('activity-mention'), signature)).statusCode).toBe(401);
      expect(await listLedger(desk.deps.db.read, workspace, { limit: 5 })).toEqual([]);
    });

    it('an event that comes twice is one message', async () => {
      const body = fixture('activity-mention');
      for (let times = 0; times < 2; times += 1) expect((await post(body, sign(body))).statusCode).toBe(200);
      await file();
      expect(await messages()).toMatchObject([{ external_id: '2051000000000000077', inbox_id: inboxId }]);
      expect(await conversations()).toHaveLength(1);
    });

    it.each([
      ['mention', 'mentions'],
      ['reply', 'mentions'],
      ['comment', 'mentions'],
      ['quote', 'quotes'],
      ['direct-message', 'messages'],
    ])('what both services tell and a list has is one message, whoever is first: %s', async (name, stream) => {
      const tell = async (service: string) => {
        const body = fixture(`${service}-${name}`);
        expect((await post(body, sign(body))).statusCode).toBe(200);
      };
      const roads = [() => tell('activity'), () => tell('account-activity'), () => poll(name, stream)];
      for (let turn = 0; turn < count % 3; turn += 1) roads.push(...roads.splice(0, 1));
      for (const road of roads) {
        await road();
        await file();
      }
      expect(await messages()).toHaveLength(1);
      expect(await conversations()).toHaveLength(1);
    });

    it('an answer of the account and what it answers hang in one thread', async () => {
      for (const name of ['activity-mention', 'activity-own-reply', 'account-activity-reply']) {
        const body = fixture(name);
        await post(body, sign(body));
      }
      await file();
      expect(await messages()).toHaveLength(3);
      expect(await conversations()).toHaveLength(1);
    });

    it('what concerns another account does not reach this inbox', async () => {
      const body = fixture('activity-mention').replaceAll(`"user_id": "${US}"`, `"user_id": "${OTHER}"`);
      const old = fixture('account-activity-direct-message').replaceAll(US, OTHER);
      for (const one of [body, old]) expect((await post(one, sign(one))).statusCode).toBe(200);
      await file();
      expect(await messages()).toEqual([]);
      const theirs = await connect(OTHER, APP);
      for (const one of [body, old]) await post(one, sign(one));
      await file();
      expect((await messages()).map((one) => one.inbox_id)).toEqual([theirs, theirs]);
    });

    it('a message that cannot be read stands in the line as something to be opened', async () => {
      const body = fixture('activity-encrypted-message');
      await post(body, sign(body));
      const direct = fixture('activity-direct-message');
      await post(direct, sign(direct));
      await file();
      expect((await messages()).map((one) => one.is_partial)).toEqual([false, false]);
      expect(await conversations()).toHaveLength(1);
    });

    it.each(['activity', 'account-activity'])('what was read and what was deleted is known: %s', async (service) => {
      const read = service === 'activity' ? 'activity-direct-message-read' : 'account-activity-read';
      for (const name of [`${service}-direct-message`, `${service}-own-direct-message`, read]) {
        const body = fixture(name);
        await post(body, sign(body));
      }
      const gone = fixture(`${service}-post-deleted`).replaceAll('2051000000000000010', '2051000000000000150');
      for (const body of [fixture(`${service}-own-reply`), gone]) await post(body, sign(body));
      await file();
      const found = new Map((await messages()).map((one) => [one.external_id, one]));
      expect(found.get('2051000000000000201')?.delivery).toBe('read');
      expect(found.get('2051000000000000150')?.deleted_at).not.toBeNull();
    });

    it('each app is answered with its own secret when it asks whether we are there', async () => {
      await connect(OTHER, NEIGHBOUR);
      for (const { apiKey, apiSecret } of [APP, NEIGHBOUR, APP]) {
        const mark = doorMark({ apiKey });
        const ask = () => desk.http.inject(`/webhooks/${slug}/x?app=${mark}&crc_token=token`);
        await expect.poll(async () => (await ask()).statusCode).toBe(200);
        expect((await ask()).json()).toEqual({ response_token: sign('token', apiSecret) });
      }
      expect((await desk.http.inject(`/webhooks/${slug}/x?app=00000000&crc_token=token`)).statusCode).toBe(403);
    });
  });
});
