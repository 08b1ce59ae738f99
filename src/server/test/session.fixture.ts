import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { makeSecretToken } from '../../storage/secret-token.ts';
import { addSession } from '../../storage/sessions.ts';
import { FROM_OUR_PAGE } from './desk.fixture.ts';

const HOUR_MS = 3_600_000;

/** What a browser of an agent sends, without the steps of signing in. */
export async function sessionFor(
  db: Database,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  expiresAt = new Date(Date.now() + HOUR_MS),
): Promise<Record<string, string>> {
  const token = makeSecretToken(workspaceId);
  const session = { workspaceId, agentId, tokenHash: token.hash, at: new Date(), expiresAt };
  await db.alone((tx) => addSession(tx, { ...session, userAgent: '', address: '' }));
  return { cookie: `earshot=${token.text}`, ...FROM_OUR_PAGE };
}
