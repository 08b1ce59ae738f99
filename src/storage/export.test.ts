import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';
import type { AgentId } from '../core/ids.ts';
import { addAgent, updateAgent } from './agents.ts';
import { addAudit } from './audit.ts';
import { EXPORTED_TABLES, exportRows, NOT_EXPORTED } from './export.ts';
import { appendToLedger } from './ledger.ts';
import { newId } from './new-id.ts';

eachDatabase((open) => {
  describe('an export', () => {
    it('names every table there is, as exported or with the reason why not', async () => {
      const db = await open();
      const { rows } = await sql<{ table_name: string }>`
        select table_name from information_schema.tables where table_schema = 'public'`.execute(db.read);
      const known = [...EXPORTED_TABLES, ...Object.keys(NOT_EXPORTED)];
      expect(rows.map(({ table_name }) => table_name).sort()).toEqual(known.sort());
    });

    it('holds the rows of its workspace, page after page, and nobody else’s', async () => {
      const db = await open();
      const [mine, other] = [await makeWorkspace(db, 'Kettle & Co'), await makeWorkspace(db, 'Other')];
      const now = new Date();
      await db.transaction(async (tx) => {
        for (let at = 0; at < 1203; at += 1)
          await addAudit(tx, { workspaceId: mine, agentId: null }, { act: 'test', target: `row ${at}` }, now);
        await addAudit(tx, { workspaceId: other, agentId: null }, { act: 'test', target: 'foreign' }, now);
      });
      const rows = await Array.fromAsync(exportRows(db.read, mine));
      const targets = rows
        .filter(({ table }) => table === 'audit_log')
        .map(({ row }) => (row as { target: string }).target);
      expect(rows[0]).toMatchObject({ table: 'workspaces', row: { name: 'Kettle & Co' } });
      expect(new Set(targets).size).toBe(1203);
      expect(targets).not.toContain('foreign');
    });

    it('gives what arrived byte by byte, and no password', async () => {
      const db = await open();
      const workspaceId = await makeWorkspace(db);
      const now = new Date();
      const body = Buffer.from([0, 255, 10, 13, ...Buffer.from('né'.repeat(60))]);
      await db.transaction(async (tx) => {
        const agentId = newId<AgentId>();
        await addAgent(tx, workspaceId, { id: agentId, email: 'ana@example.com', name: 'Ana', role: 'owner' }, now);
        await updateAgent(tx, workspaceId, agentId, { passwordHash: '$argon2id$secret' });
        await appendToLedger(tx, workspaceId, [
          { family: 'meta', inboxId: null, source: 'webhook', headers: {}, body, receivedAt: now },
        ]);
      });
      const rows = await Array.fromAsync(exportRows(db.read, workspaceId));
      const entry = rows.find(({ table }) => table === 'ledger')?.row as { body_base64: string };
      expect(Buffer.from(entry.body_base64, 'base64')).toEqual(body);
      expect(rows.find(({ table }) => table === 'agents')?.row).toMatchObject({ email: 'ana@example.com' });
      expect(JSON.stringify(rows)).not.toContain('argon2id');
    });
  });
});
