import { scopesWithin } from '../core/access/hierarchy.ts';
import type { InboxRights } from '../core/access/inbox-rights.ts';
import { CareError } from '../core/errors.ts';
import type { InboxId } from '../core/ids.ts';
import { writeRights } from '../storage/access/inbox-rights.ts';
import { type ApiTokenRow, addApiToken, listApiTokens, renameApiToken, revokeApiToken } from '../storage/api-tokens.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { makeSecretToken } from '../storage/secret-token.ts';
import { requireRight } from './require-right.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

/** A token never may more than whoever makes it. Its text is given back here and nowhere else. */
export async function makeApiToken(
  db: Database,
  who: Principal,
  input: {
    readonly name: string;
    readonly scopes: readonly string[];
    /** Left out: wherever its maker may. */
    readonly inboxIds?: readonly string[] | undefined;
    readonly expiresInDays?: number | undefined;
  },
  now: Date,
): Promise<{ readonly token: string; readonly apiToken: ApiTokenRow }> {
  const mine: readonly string[] = scopesWithin(who.acts);
  const scopes = [...new Set(input.scopes)];
  const strangers = scopes.filter((scope) => !mine.includes(scope));
  if (strangers.length > 0)
    throw new CareError(
      'invalid',
      'unknown_scope',
      `A token of yours cannot have ${strangers.join(', ')}. It can have: ${mine.join(', ')}.`,
      { field: 'scopes' },
    );
  const inboxes = reachOf(who, input.inboxIds);
  const token = makeSecretToken(who.workspaceId);
  const days = input.expiresInDays;
  const apiToken: ApiTokenRow = {
    id: newId(now.getTime()),
    name: input.name,
    scopes,
    // As it is now: what its maker gains or loses later is not its own.
    inboxes,
    createdAt: now,
    expiresAt: days === undefined ? null : new Date(now.getTime() + days * 24 * 3_600_000),
    lastUsedAt: null,
    revokedAt: null,
  };
  await db.transaction(async (tx) => {
    if (input.inboxIds) await requireRight(tx, who, 'inbox', input.inboxIds, 'see');
    await addApiToken(tx, {
      ...apiToken,
      workspaceId: who.workspaceId,
      tokenHash: token.hash,
      createdBy: who.agentId,
      at: now,
    });
    await addAudit(
      tx,
      who,
      { act: 'token.made', target: apiToken.id, detail: { name: input.name, scopes, inboxes: writeRights(inboxes) } },
      now,
    );
  });
  return { token: token.text, apiToken };
}

/** In the inboxes that are named it may what its maker may there; the scopes say the rest. */
function reachOf({ inboxes = null }: Principal, inboxIds: readonly string[] | undefined): InboxRights {
  if (!inboxIds) return inboxes;
  const named = inboxIds as readonly InboxId[];
  return new Map(named.map((inboxId) => [inboxId, inboxes === null ? 'manage' : (inboxes.get(inboxId) ?? 'see')]));
}

/** What it is called, so that whoever looks through them knows which is which. */
export async function renameToken(
  db: Database,
  who: Principal,
  input: { readonly id: string; readonly name: string },
  now: Date,
): Promise<ApiTokenRow> {
  return db.transaction(async (tx) => {
    const was = (await listApiTokens(tx, who.workspaceId)).find(({ id }) => id === input.id);
    const renamed = was && (await renameApiToken(tx, who.workspaceId, input.id, input.name));
    if (!renamed) throw new CareError('not_found', 'no_such_token', 'There is no such token.');
    const detail = { before: { name: was.name }, after: { name: input.name } };
    await addAudit(tx, who, { act: 'token.renamed', target: input.id, detail }, now);
    return renamed;
  });
}

export async function revokeToken(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const revoked = await revokeApiToken(tx, who.workspaceId, id, now);
    if (!revoked)
      throw new CareError('not_found', 'no_such_token', 'There is no such token, or it was revoked already.');
    await addAudit(tx, who, { act: 'token.revoked', target: id, detail: { name: revoked.name } }, now);
    await tellSessionsEnded(tx, who.workspaceId, now);
  });
}
