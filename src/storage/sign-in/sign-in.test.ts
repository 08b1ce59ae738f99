import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import type { AgentId } from '../../core/ids.ts';
import { addAgent } from '../agents.ts';
import { newId } from '../new-id.ts';
import { makeSecretToken } from '../secret-token.ts';
import { addSession, removeEndedSessions } from '../sessions.ts';
import { addSignInLink } from '../sign-in-links.ts';
import { spendChallenge } from './challenges.ts';
import { lockPolicy, readPolicy, USUAL_POLICY, writePolicy } from './policy.ts';
import { addTicket } from './tickets.ts';
import { countTry, forgetTries } from './tries.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

eachDatabase((open) => {
  it('what has ended is cleared away, and what has not stays', async () => {
    const db = await open();
    const workspaceId = await makeWorkspace(db);
    const agentId = newId<AgentId>();
    await db.transaction(async (tx) => {
      await addAgent(tx, workspaceId, { id: agentId, email: 'a@example.com', name: 'A', role: 'agent' }, NOW);
      for (const expiresAt of [later(-1), later(60_000)]) {
        const hash = () => makeSecretToken(workspaceId).hash;
        const common = { workspaceId, agentId, expiresAt };
        await addSession(tx, { ...common, tokenHash: hash(), at: NOW, userAgent: '', address: '' });
        await addSignInLink(tx, { ...common, tokenHash: hash(), kind: 'sign_in' });
        await addTicket(tx, workspaceId, { ...common, tokenHash: hash(), firstBy: 'password' });
        await spendChallenge(tx, workspaceId, String(expiresAt.getTime()), expiresAt);
      }
      await countTry(tx, workspaceId, 'long ago', 1_000, later(-5_000));
      await countTry(tx, workspaceId, 'just now', 1_000, NOW);
    });
    await db.alone((tx) => removeEndedSessions(tx, workspaceId, NOW));
    for (const table of ['sessions', 'sign_in_links', 'sign_in_tickets', 'spent_challenges', 'sign_in_tries']) {
      const { rows } = await sql`select 1 from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(
        db.read,
      );
      expect([table, rows.length]).toEqual([table, 1]);
    }
  });

  it('tries are counted one by one however many come at once, and begin anew when their while ended', async () => {
    const db = await open();
    const workspaceId = await makeWorkspace(db);
    const count = (at: Date) => db.alone((tx) => countTry(tx, workspaceId, 'ana', 60_000, at));
    const counts = await Promise.all(Array.from({ length: 20 }, () => count(NOW)));
    expect(counts.map((one) => one.count).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect((await count(later(60_000))).count).toBe(1);
    await db.alone((tx) => forgetTries(tx, workspaceId, ['ana', 'nobody']));
    expect((await count(later(60_000))).count).toBe(1);
  });

  it('a policy belongs to its workspace', async () => {
    const db = await open();
    const [mine, other] = [await makeWorkspace(db), await makeWorkspace(db)];
    const strict = { requireSecondFactor: true, sessionDays: 1, allowPasswords: false };
    await db.transaction(async (tx) => {
      expect(await lockPolicy(tx, mine)).toEqual(USUAL_POLICY);
      await writePolicy(tx, mine, strict);
    });
    expect(await readPolicy(db.read, mine)).toEqual(strict);
    expect(await readPolicy(db.read, other)).toEqual(USUAL_POLICY);
  });
});
