import { hasRight } from '../core/access/inbox-rights.ts';
import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ContactId, ConversationId } from '../core/ids.ts';
import { whereaboutsOf } from '../storage/access/inboxes-of.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import {
  lockContact,
  lockConversationsFor,
  type StandingRow,
  stopWaiting,
  waitAgain,
  writeBlocked,
  writeMuted,
  writeName,
} from '../storage/contacts/contact.ts';
import { conversationsOfContact } from '../storage/contacts/conversations.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import type { Principal, Who } from './who.ts';

/** What people at the desk call somebody; networks no longer change it. Throws `no_such_contact`. */
export function renameContact(db: Database, who: Who, id: ContactId, name: string, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadContact(tx, who, id);
    if (before.name === name) return;
    await writeName(tx, who.workspaceId, id, name);
    await note(tx, who, id, 'contact_renamed', { from: before.name, to: name }, now);
    await tell(tx, who, id, [], now);
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
  const { workspaceId, agentId } = who;
  return db.transaction(async (tx) => {
    const before = await loadContact(tx, who, id);
    const wasBlocked = before.blockedAt !== null;
    const wasMuted = before.mutedAt !== null;
    const { isBlocked = wasBlocked, isMuted = wasMuted } = input;
    const touched: ConversationId[] = [];
    if (isBlocked && !wasBlocked) {
      if (!agentId)
        throw new CareError('forbidden', 'needs_a_human', 'Only a person can block somebody. Sign in as an agent.');
      await refuseBeyond(tx, who, id);
      await writeBlocked(tx, workspaceId, id, agentId, now);
      const waiting = await lockConversationsFor(tx, workspaceId, id, 'waiting');
      await stopWaiting(tx, workspaceId, waiting, agentId, now);
      await addAudit(
        tx,
        who,
        { act: 'contact.blocked', target: id, detail: { ...WAS_NOT, conversations: waiting.length } },
        now,
      );
      await note(tx, who, id, 'contact_blocked', {}, now, waiting);
      touched.push(...waiting);
    } else if (!isBlocked && wasBlocked) {
      await writeBlocked(tx, workspaceId, id, null, null);
      const again = await lockConversationsFor(tx, workspaceId, id, 'blocked');
      await waitAgain(tx, workspaceId, again, now);
      await addAudit(
        tx,
        who,
        { act: 'contact.unblocked', target: id, detail: { ...WAS, conversations: again.length } },
        now,
      );
      await note(tx, who, id, 'contact_unblocked', {}, now, again);
      touched.push(...again);
    }
    if (isMuted !== wasMuted) {
      await writeMuted(tx, workspaceId, id, agentId, isMuted ? now : null);
      const act = isMuted ? 'contact.muted' : 'contact.unmuted';
      await addAudit(tx, who, { act, target: id, detail: isMuted ? WAS_NOT : WAS }, now);
      await note(tx, who, id, isMuted ? 'contact_muted' : 'contact_unmuted', {}, now);
    }
    if (isMuted !== wasMuted || isBlocked !== wasBlocked) await tell(tx, who, id, touched, now);
  });
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

/** In the newest conversation of the person, and in those that it did something to. */
async function note(
  tx: Tx,
  { workspaceId, agentId }: Who,
  id: ContactId,
  kind: string,
  detail: { readonly [key: string]: string },
  now: Date,
  touched: readonly ConversationId[] = [],
): Promise<void> {
  const [newest] = await conversationsOfContact(tx, workspaceId, id);
  await addTimelineEvents(
    tx,
    workspaceId,
    [...new Set([...touched, ...(newest ? [newest] : [])])].map((conversationId) => ({
      conversationId,
      at: now,
      actorKind: agentId ? ('agent' as const) : ('system' as const),
      actorId: agentId,
      kind,
      detail,
    })),
  );
}

async function tell(
  tx: Tx,
  { workspaceId }: Who,
  id: ContactId,
  touched: readonly ConversationId[],
  now: Date,
): Promise<void> {
  const conversations = await conversationsOfContact(tx, workspaceId, id);
  const changes = [...new Set([...touched, ...conversations])].map((conversationId) => ({
    kind: 'contact',
    conversationId,
  }));
  await recordChanges(tx, workspaceId, changes, now);
}
