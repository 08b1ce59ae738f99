import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { foundWorkspace } from '../../actions/found-workspace.ts';
import { createConnectors } from '../../connectors/registry.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { addInbox } from '../../storage/inboxes.ts';
import { appendToLedger } from '../../storage/ledger.ts';
import { newId } from '../../storage/new-id.ts';
import { createSeal } from '../../storage/seal.ts';
import { addWorkspace, listWorkspaces } from '../../storage/workspaces.ts';
import { choresOf } from './chores.ts';
import type { Chores } from './talk.ts';

const now = new Date('2026-11-22T10:00:00Z');
const owner = { slug: 'kettle', name: 'Kettle & Co', ownerEmail: 'ana@example.com', ownerName: 'Ana' };

eachDatabase((open) => {
  describe('what the command line can have done', () => {
    let db: Database;
    let folder = '';
    let chores: Chores;
    beforeAll(async () => {
      db = await open();
      folder = await mkdtemp(join(tmpdir(), 'earshot-chores-'));
      const { workspaceId } = await foundWorkspace(db, owner, now);
      const openSeal = async () => createSeal('another key than the one of the inbox');
      chores = choresOf({
        db,
        connectors: createConnectors(),
        openSeal,
        now: () => now,
        url: 'https://care.example.com',
        dataFolder: folder,
      });
      await db.transaction(async (tx) => {
        await addWorkspace(tx, { slug: 'practice', name: 'Practice', isPractice: true });
        await appendToLedger(tx, workspaceId, [
          { family: 'meta', inboxId: null, source: 'webhook', headers: {}, body: Buffer.from('{}'), receivedAt: now },
        ]);
        const id = newId<InboxId>();
        await addInbox(
          tx,
          workspaceId,
          {
            id,
            channel: 'email',
            account: 'care@example.com',
            name: 'Care',
            handle: null,
            avatarUrl: null,
            purpose: 'support',
            brand: null,
            language: null,
            settings: {},
            sealed: createSeal('the key of the inbox').close(workspaceId, id, {}),
            tokenExpiresAt: null,
          },
          now,
        );
      });
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const ask = async (name: string, input: unknown = {}) => Array.fromAsync(chores[name]?.(input) ?? []);

    it('makes a token that has what was asked for, in the real workspace when none is named', async () => {
      const [made] = await ask('make-token', { name: 'reports', scopes: ['ledger.read'], expiresInDays: 30 });
      expect(made).toMatchObject({ token: expect.stringMatching(/^\d+\..{43}$/), scopes: ['ledger.read'] });
    });

    it.each([
      {
        what: 'an unknown scope',
        chore: 'make-token',
        input: { name: 'x', scopes: ['everything'] },
        says: 'cannot have everything',
      },
      { what: 'no scope', chore: 'make-token', input: { name: 'x', scopes: [] }, says: 'scopes' },
      {
        what: 'an unknown workspace',
        chore: 'balance',
        input: { workspace: 'nowhere' },
        says: 'There is: kettle, practice',
      },
      {
        what: 'an unknown address',
        chore: 'sign-in-link',
        input: { email: 'bo@example.com' },
        says: 'There is: ana@example.com',
      },
      { what: 'an unknown entry', chore: 'replay', input: { entry: 999 }, says: 'no such entry' },
    ])('says what is wrong with $what', async ({ chore, input, says }) => {
      await expect(ask(chore, input)).rejects.toThrow(says);
    });

    it('gives a link for an agent, at the public address', async () => {
      const [link] = await ask('sign-in-link', { email: ' Ana@Example.com' });
      expect(link).toMatchObject({ url: expect.stringMatching(/^https:\/\/care\.example\.com\/sign-in\?token=/) });
    });

    it('shows the balance, and replays what is asked for', async () => {
      expect(await ask('balance')).toEqual([
        {
          workspace: 'kettle',
          received: 1,
          filed: 0,
          duplicate: 0,
          ignored: 0,
          setAside: 0,
          waiting: 1,
          isExact: true,
        },
      ]);
      expect(await ask('replay')).toEqual([{ replayed: 0 }]);
    });

    it('says of an inbox whose credentials were sealed with another key what to do', async () => {
      expect(await ask('check-inboxes')).toMatchObject([
        { name: 'Care', ok: false, problem: expect.stringContaining('EARSHOT_SECRET') },
      ]);
    });

    it('looks at the schema', async () => {
      expect(await ask('look')).toMatchObject([
        { kind: db.kind, workspaces: [{ slug: 'kettle' }, { slug: 'practice' }] },
      ]);
    });

    it('removes the practice workspace and leaves the real one', async () => {
      expect(await ask('reset-practice')).toEqual([{ reset: 'removed' }]);
      expect((await listWorkspaces(db.read)).map(({ slug }) => slug)).toEqual(['kettle']);
      await expect(ask('reset-practice')).rejects.toThrow('no practice workspace');
    });
  });
});
