import { CareError } from '../core/errors.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { endSession, endSessionsOf, listSessions } from '../storage/sessions.ts';
import { requirePerson } from './require-person.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

/** Ends the session itself: a copy of the cookie opens nothing afterwards. */
export async function signOut(db: Database, who: Principal, tokenHash: Uint8Array, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await endSession(tx, who.workspaceId, tokenHash))) return;
    await addAudit(tx, who, { act: 'session.ended' }, now);
    await tellSessionsEnded(tx, who.workspaceId, now);
  });
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions(
  db: Database,
  who: Principal,
  thisSession: Uint8Array,
  now: Date,
): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  await db.transaction(async (tx) => {
    const count = await endSessionsOf(tx, workspaceId, agentId, thisSession);
    await addAudit(tx, who, { act: 'session.others_ended', target: agentId, detail: { count } }, now);
    await tellSessionsEnded(tx, workspaceId, now);
  });
}

/** Ends another session of the same person, e.g. on a lost phone. */
export async function endOwnSession(db: Database, who: Principal, tokenHash: Uint8Array, now: Date): Promise<void> {
  const { agentId } = who;
  const own = agentId ? await listSessions(db.read, who.workspaceId, agentId, now) : [];
  if (!own.some((one) => Buffer.from(one.tokenHash).equals(tokenHash)))
    throw new CareError('not_found', 'no_such_session', 'This session has ended already.');
  await signOut(db, who, tokenHash, now);
}
