import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { createMediaFolder } from '../media/media-folder.ts';
import { type LookingOptions, startLooking } from './look-at-accounts.ts';

const SIXTY_DAYS = new Date('2027-01-21T12:00:00Z');
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let square: InboxId;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    // Looks are taken at all workspaces: those of earlier tests are to rest.
    await db.alone((tx) => tx.updateTable('inboxes').set({ removed_at: new Date() }).execute());
    desk = await openOutgoingDesk(db);
    square = await desk.addInbox('square');
    await db.alone((tx) =>
      tx
        .updateTable('inboxes')
        .set({ credentials: Buffer.from('old') })
        .where('id', '=', square)
        .execute(),
    );
  });
  const inbox = () => db.read.selectFrom('inboxes').selectAll().where('id', '=', square).executeTakeFirstOrThrow();
  const until = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 20_000, interval: 10 });

  async function whileLooking(part: Partial<Connector>, check: () => Promise<void>, workers = 1): Promise<void> {
    const stop = new AbortController();
    const base = createFakeNetwork().connectors().get('square') as Connector;
    const options: LookingOptions = {
      db,
      connectors: new Map([['square', { ...base, ...part }]]),
      credentialsOf: (_workspace, _inbox, sealed) => text(sealed),
      sealFor: (_workspace, _inbox, credentials) => Buffer.from(String(credentials)),
      callbackUrl: async () => 'https://care.example/webhooks/main/square',
      media: createMediaFolder('/nonexistent'),
      now: desk.now,
      signal: stop.signal,
      log: QUIET,
      lookAtAccountsEveryMs: 20,
    };
    const all = await Promise.all(Array.from({ length: workers }, () => startLooking(options)));
    try {
      await check();
    } finally {
      stop.abort();
      await Promise.all(all.map(({ stopped }) => stopped));
    }
  }
  const well = async () => ({ ok: true as const, account: { id: 'page' as never, name: 'Page' }, warnings: [] });

  describe('a look at an account', () => {
    it('keeps what it warns of, and asks with the address at which its events should come in', async () => {
      const asked: (string | undefined)[] = [];
      const check: Connector['check'] = async (_credentials, url) => {
        asked.push(url);
        return { ...(await well()), warnings: ['Its events go elsewhere.'], expiresAt: SIXTY_DAYS };
      };
      await whileLooking({ check }, () =>
        until(async () => (await inbox()).last_check).toMatchObject({ warnings: ['Its events go elsewhere.'] }),
      );
      expect(asked).toEqual(['https://care.example/webhooks/main/square']);
      expect((await inbox()).token_expires_at).toEqual(SIXTY_DAYS);
    });

    it('counts what it cannot open', async () => {
      const check: Connector['check'] = async () => ({ ok: false, problem: 'No.', todo: 'Connect it anew.' });
      await whileLooking({ check }, () => until(async () => (await inbox()).last_check).toMatchObject({ failures: 1 }));
      desk.pass(6 * 60_000);
      await whileLooking({ check }, () => until(async () => (await inbox()).last_check).toMatchObject({ failures: 2 }));
    });

    it('renews what runs out, once, and looks with the new', async () => {
      const used: unknown[] = [];
      let renewals = 0;
      const part: Partial<Connector> = {
        renew: async (credentials) => {
          renewals += 1;
          return credentials === 'old' ? { credentials: 'new', expiresAt: SIXTY_DAYS } : null;
        },
        check: async (credentials) => {
          used.push(credentials);
          return { ...(await well()), expiresAt: SIXTY_DAYS };
        },
      };
      await whileLooking(part, () => until(async () => (await inbox()).last_check).toMatchObject({ failures: 0 }), 2);
      expect([renewals, used]).toEqual([1, ['new']]);
      const { credentials, token_expires_at } = await inbox();
      expect([text(credentials), token_expires_at]).toEqual(['new', SIXTY_DAYS]);
    });

    it('leaves in place what somebody filled in meanwhile', async () => {
      const part: Partial<Connector> = {
        renew: async () => {
          await db.alone((tx) =>
            tx
              .updateTable('inboxes')
              .set({ credentials: Buffer.from('theirs') })
              .where('id', '=', square)
              .execute(),
          );
          return { credentials: 'new', expiresAt: SIXTY_DAYS };
        },
        check: well,
      };
      await whileLooking(part, () => until(async () => (await inbox()).last_check).toMatchObject({ failures: 0 }));
      expect(text((await inbox()).credentials)).toBe('theirs');
    });

    it('goes on with the old where renewing fails', async () => {
      const part: Partial<Connector> = {
        renew: async () => {
          throw new Error('The network is away.');
        },
        check: well,
      };
      await whileLooking(part, () => until(async () => (await inbox()).last_check).toMatchObject({ failures: 0 }));
      expect(text((await inbox()).credentials)).toBe('old');
    });
  });
});
