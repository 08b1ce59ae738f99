import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ida, openDoor } from '../../../test/contract/lab.ts';
import { openX } from '../../../test/contract/x-world.ts';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { changeInbox, checkKept } from '../../actions/change-inbox.ts';
import { connectInbox } from '../../actions/connect-inbox.ts';
import { fileWaiting } from '../../actions/file/filer.ts';
import { createReceiver } from '../../actions/receive.ts';
import { actsOf } from '../../core/access/role.ts';
import type { Connector } from '../../core/channel/connector.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Database } from '../../storage/database.ts';
import { listAlerts } from '../../storage/health/alerts.ts';
import { readInbox } from '../../storage/inboxes.ts';
import { createSeal } from '../../storage/seal.ts';
import { showHeard } from '../inboxes/show-heard.ts';
import { createMediaFolder } from '../media/media-folder.ts';
import { judgeAll } from './judge-inboxes.ts';
import { startLooking } from './look-at-accounts.ts';

const HOUR = 3_600_000;
const ADDRESS = 'https://care.example/webhooks/main/x';
const seal = createSeal('the secret of a test, thirty-two characters');

/** An account of X on a desk that is told by webhook, with the part of the worker that looks at it. */
async function connectAccount(db: Database, desk: OutgoingDesk, standing: object) {
  const { workspaceId } = desk;
  let door: Awaited<ReturnType<typeof openDoor>>;
  const isDoorThere = { now: true };
  const reach = (address: string) =>
    isDoorThere.now ? address.replace('https://care.example', new URL(door.url).origin) : 'http://127.0.0.1:1/';
  const lab = await openX({ isLimited: false, reach });
  door = await openDoor(lab.connector, lab.credentials);
  onTestFinished(async () => {
    await lab.close();
    await door.close();
  });
  Object.assign(lab.network.standing, standing);
  const connector = lab.connector as Connector;
  const who = { ...desk.ana, acts: actsOf('owner') };
  const wish = { credentials: { ...lab.credentials, keywords: '' }, purpose: 'support', settings: {} };
  const { id } = await connectInbox({ db, seal }, who, connector, wish, ADDRESS, desk.now());
  const connectors = new Map([['x', connector]]);
  const { now } = desk;
  const deps = { db, connectors, now, log: QUIET, credentialsOf: seal.open, media: createMediaFolder('/nonexistent') };
  const receiver = createReceiver(db);
  const lastLook = async () =>
    (await db.read.selectFrom('inboxes').select('last_check').where('id', '=', id).executeTakeFirst())?.last_check;
  return {
    lab,
    hooks: lab.network.hooks,
    isDoorThere,
    /** What was said and then told at the door. */
    async heard(text: string) {
      await lab.network.say(ida, { place: 'wall', text });
      await lab.network.settled();
      const told = door.take().map(({ entry }) => ({ ...entry, family: 'x', inboxId: null, receivedAt: now() }));
      await receiver.receive(workspaceId, told);
      await fileWaiting({ ...deps, understand: notUnderstood, signal: new AbortController().signal }, workspaceId);
      const said = db.read.selectFrom('messages').select('text').where('workspace_id', '=', workspaceId);
      return (await said.orderBy('sent_at').execute()).map((one) => one.text.replace(/^@\w+ /, ''));
    },
    /** An hour passes, and the worker looks. */
    async look() {
      desk.pass(HOUR + 1);
      await db.alone((tx) => tx.updateTable('inboxes').set({ last_check: null }).where('id', '=', id).execute());
      const stop = new AbortController();
      const { stopped } = await startLooking({
        ...deps,
        sealFor: seal.close,
        callbackUrl: async () => ADDRESS,
        signal: stop.signal,
        lookAtAccountsEveryMs: 20,
      });
      await expect.poll(lastLook, { timeout: 20_000, interval: 10 }).not.toBeNull();
      stop.abort();
      await stopped;
    },
    async alerts() {
      await judgeAll({ ...deps, signal: new AbortController().signal }, workspaceId);
      return listAlerts(db.read, workspaceId);
    },
    /** What the page of the inbox says of the webhook. */
    async webhook() {
      const inbox = await readInbox(db.read, workspaceId, id);
      return inbox && showHeard(inbox)?.webhook;
    },
    async test() {
      const inbox = await readInbox(db.read, workspaceId, id);
      if (!inbox) throw new Error('no inbox');
      return (await checkKept({ db, seal }, who, connector, inbox, {}, ADDRESS)).check;
    },
    save: () =>
      changeInbox({ db, seal }, who, connector, { id, patch: { credentials: {} }, callbackUrl: ADDRESS }, now()),
    forget: () => db.alone((tx) => tx.updateTable('inboxes').set({ sends_due: null }).where('id', '=', id).execute()),
  };
}

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  describe.each([
    { service: 'X Activity API', standing: {} },
    { service: 'Account Activity API', standing: { hasActivity: false } },
  ])('an account that is told by the $service', ({ standing }) => {
    let account: Awaited<ReturnType<typeof connectAccount>>;
    beforeEach(async () => {
      await db.alone((tx) => tx.updateTable('inboxes').set({ state: 'paused' }).execute());
      account = await connectAccount(db, await openOutgoingDesk(db), standing);
      expect(await account.heard('Before')).toEqual(['Before']);
    });
    const unsubscribe = () => {
      account.hooks.subscriptions.clear();
      account.hooks.accounts.clear();
    };

    it.each([
      ['whose subscriptions were removed', unsubscribe],
      [
        'whose webhook was removed',
        () => {
          unsubscribe();
          account.hooks.hooks.clear();
        },
      ],
      [
        'whose webhook was switched off',
        () => {
          for (const hook of account.hooks.hooks.values()) hook.valid = false;
        },
      ],
    ])('%s is told again after the next look', async (_, lose) => {
      lose();
      expect(await account.heard('Lost')).toEqual(['Before']);
      await account.look();
      expect(await account.heard('After')).toEqual(['Before', 'After']);
      expect(await account.alerts()).toEqual([]);
    });

    it('is asked for nothing more while all of it comes', async () => {
      account.lab.calls.length = 0;
      await account.look();
      expect(account.lab.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    });

    it('that cannot be mended raises an alert with the reason, until it can', async () => {
      unsubscribe();
      account.hooks.hooks.clear();
      account.isDoorThere.now = false;
      expect(await account.webhook()).toBe('all');
      await account.look();
      expect(await account.webhook()).toBe('none');
      expect(await account.alerts()).toMatchObject([
        {
          kind: 'setup',
          detail: expect.stringMatching(/does not tell of this account by itself any more.*its check/),
          todo: expect.stringMatching(/\S+ \S+/),
        },
      ]);
      // a person who saves meanwhile does not make it forgotten
      await account.save();
      account.isDoorThere.now = true;
      await account.look();
      expect(await account.alerts()).toEqual([]);
      expect(await account.webhook()).toBe('all');
      expect(await account.heard('After')).toEqual(['Before', 'After']);
    });

    it('that X refuses from now on is polled, said, and settled when the inbox is saved', async () => {
      unsubscribe();
      Object.assign(account.lab.network.standing, { hasActivity: false, hasAccountActivity: false });
      expect(await account.test()).toMatchObject({
        ok: true,
        warnings: [expect.stringMatching(/by itself any more\. Saving the inbox asks for it anew\.$/)],
      });
      await account.look();
      expect(await account.alerts()).toMatchObject([{ kind: 'setup', detail: expect.stringContaining('polling') }]);
      await account.save();
      expect(await account.test()).toMatchObject({ ok: true, warnings: [] });
      await account.look();
      expect(await account.alerts()).toEqual([]);
    });

    it('that nobody knows anything of is asked for once', async () => {
      await account.forget();
      unsubscribe();
      await account.look();
      expect(await account.heard('After')).toEqual(['Before', 'After']);
      unsubscribe();
      await account.look();
      expect(await account.heard('Later')).toEqual(['Before', 'After', 'Later']);
      expect(await account.alerts()).toEqual([]);
    });
  });
});
