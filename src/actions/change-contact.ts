import { hasRight } from '../core/access/inbox-rights.ts';
import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ContactId } from '../core/ids.ts';
import { whereaboutsOf } from '../storage/access/inboxes-of.ts';
import { addAudit } from '../storage/audit.ts';
import {
  lockContact,
  lockConversationsFor,
  type StandingRow,
  stopWaiting,
  waitAgain,
  writeName,
  writeStanding,
} from '../storage/contacts/contact.ts';
import type { Database, Tx } from '../storage/database.ts';
import { holdFiling } from '../storage/ledger.ts';
import { type Happened, tellAboutContact } from './tell-about-contact.ts';
import type { Principal, Who } from './who.ts';

/** What people at the desk call somebody; networks no longer change it. Throws `no_such_contact`. */
export function renameContact(db: Database, who: Who, id: ContactId, name: string, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadContact(tx, who, id);
    if (before.name === name) return;
    await writeName(tx, who.workspaceId, id, name);
    const detail = { from: before.name, to: name };
    await tellAboutContact(tx, who, id, [{ kind: 'contact_renamed', detail }], now);
  });
}

/**
 * Blocked: what they wrote and write is filed and readable, and waits for nobody; whoever blocked them decided that.
 * Taken back, all that waited only for this waits again. Muted: it waits, and calls nobody.
 * Throws `no_such_contact`, `needs_a_human`, `writes_elsewhere`.
 */
export function setStanding(
  db: Database,
  who: Principal,
  id: ContactId,
  input: { readonly isBlocked?: boolean | undefined; readonly isMuted?: boolean | undefined },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    // A batch that was read while they were blocked must not be written down after they were let in: it would wait for nobody.
    if (input.isBlocked !== undefined) await holdFiling(tx, who.workspaceId);
    const before = await loadContact(tx, who, id);
    const wasBlocked = before.blockedAt !== null;
    const wasMuted = before.mutedAt !== null;
    const { isBlocked = wasBlocked, isMuted = wasMuted } = input;
    const happened: Happened[] = [];
    if (isBlocked !== wasBlocked) happened.push(await (isBlocked ? block : letIn)(tx, who, id, now));
    if (isMuted !== wasMuted) happened.push(await mute(tx, who, id, isMuted, now));
    if (happened.length > 0) await tellAboutContact(tx, who, id, happened, now);
  });
}

async function block(tx: Tx, who: Principal, id: ContactId, now: Date): Promise<Happened> {
  const { workspaceId, agentId } = who;
  if (!agentId)
    throw new CareError('forbidden', 'needs_a_human', 'Only a person can block somebody. Sign in as an agent.');
  await refuseBeyond(tx, who, id);
  await writeStanding(tx, workspaceId, id, 'blocked', agentId, now);
  const touched = await lockConversationsFor(tx, workspaceId, id, 'waiting');
  await stopWaiting(tx, workspaceId, touched, agentId, now);
  const detail = { ...WAS_NOT, conversations: touched.length };
  await addAudit(tx, who, { act: 'contact.blocked', target: id, detail }, now);
  return { kind: 'contact_blocked', touched };
}

async function letIn(tx: Tx, who: Principal, id: ContactId, now: Date): Promise<Happened> {
  const { workspaceId } = who;
  await writeStanding(tx, workspaceId, id, 'blocked', null, null);
  const touched = await lockConversationsFor(tx, workspaceId, id, 'blocked');
  await waitAgain(tx, workspaceId, touched, now);
  const detail = { ...WAS, conversations: touched.length };
  await addAudit(tx, who, { act: 'contact.unblocked', target: id, detail }, now);
  return { kind: 'contact_unblocked', touched };
}

async function mute(tx: Tx, who: Principal, id: ContactId, isMuted: boolean, now: Date): Promise<Happened> {
  await writeStanding(tx, who.workspaceId, id, 'muted', who.agentId, isMuted ? now : null);
  const act = isMuted ? 'contact.muted' : 'contact.unmuted';
  await addAudit(tx, who, { act, target: id, detail: isMuted ? WAS_NOT : WAS }, now);
  return { kind: isMuted ? 'contact_muted' : 'contact_unmuted' };
}

/** Blocking somebody ends their waiting everywhere: it is not for whoever may not decide so in one of those places. */
async function refuseBeyond(tx: Tx, who: Principal, id: ContactId): Promise<void> {
  const { inboxes: rights = null } = who;
  if (rights === null) return;
  const where = (await whereaboutsOf(tx, who.workspaceId, 'contact', [id], who.agentId)).get(id);
  if (where?.inboxes.every((inboxId) => hasRight(rights, inboxId, 'answer')) === false)
    throw new CareError(
      'forbidden',
      'writes_elsewhere',
      'They also write in an inbox that you may not work in. Somebody who may can block them.',
    );
}

const WAS_NOT = { before: false, after: true };
const WAS = { before: true, after: false };

async function loadContact(tx: Tx, { workspaceId }: Who, id: ContactId): Promise<StandingRow> {
  const contact = await lockContact(tx, workspaceId, id);
  if (!contact) throw noSuch('contact');
  return contact;
}
