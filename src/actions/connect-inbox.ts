import { hasRight } from '../core/access/inbox-rights.ts';
import type { Connector } from '../core/channel/connector.ts';
import { CareError } from '../core/errors.ts';
import type { ExternalAccountId, InboxId, Json } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { addInbox, announceInbox, findByAccount } from '../storage/inboxes.ts';
import { newId } from '../storage/new-id.ts';
import type { Seal } from '../storage/seal.ts';
import { checkCredentials, settingsWith } from './check-credentials.ts';
import { requireRightOn } from './require-right.ts';
import { subscribeInbox } from './subscribe-inbox.ts';
import type { Principal } from './who.ts';

export interface InboxWish {
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly name?: string | undefined;
  readonly purpose: string;
  readonly brand?: string | undefined;
  readonly language?: string | undefined;
  readonly settings: Json;
}
export interface InboxDeps {
  readonly db: Database;
  readonly seal: Seal;
}
export interface Connected {
  readonly id: InboxId;
  /** What was set up on the network, in words. */
  readonly detail: string;
  readonly warnings: readonly string[];
}

/** Checks, keeps sealed, then asks the network to send its events: it looks for us at once, so we must be there first. */
export async function connectInbox(
  { db, seal }: InboxDeps,
  who: Principal,
  connector: Connector,
  wish: InboxWish,
  callbackUrl: string,
  now: Date,
): Promise<Connected> {
  const { credentials, check } = await checkCredentials(connector, wish.credentials);
  if (!check.ok) throw credentialsRefused(check);
  const { account } = check;
  const { workspaceId } = who;
  const id = await db.transaction(async (tx) => {
    const known = await findByAccount(tx, workspaceId, connector.channel, account.id);
    // To bring back a removed one is to manage it.
    if (known?.isRemoved) requireRightOn(who, known.id, 'manage');
    const inboxId = known?.isRemoved ? known.id : newId<InboxId>(now.getTime());
    const isNew = await addInbox(
      tx,
      workspaceId,
      {
        id: inboxId,
        channel: connector.channel,
        account: account.id,
        name: wish.name || account.name,
        handle: account.handle ?? null,
        avatarUrl: account.avatarUrl ?? null,
        purpose: wish.purpose,
        brand: wish.brand ?? null,
        language: wish.language ?? null,
        settings: settingsWith(connector, wish.settings, credentials),
        sealed: seal.close(workspaceId, inboxId, credentials),
        tokenExpiresAt: check.expiresAt ?? null,
      },
      now,
    );
    const isSeen = known !== null && hasRight(who.inboxes ?? null, known.id, 'see');
    if (!isNew) throw connectedAlready(connector, account, isSeen ? known : null);
    const detail = { channel: connector.channel, name: account.name };
    await addAudit(tx, who, { act: 'inbox.connected', target: inboxId, detail }, now);
    await announceInbox(tx, workspaceId, now);
    return inboxId;
  });
  const subscribed = await subscribeInbox(
    db,
    workspaceId,
    connector,
    { id, credentials, account: account.id },
    callbackUrl,
    now,
  );
  return { id, detail: subscribed.detail, warnings: [...check.warnings, ...subscribed.warnings] };
}

export function credentialsRefused({
  problem,
  todo,
  field,
}: {
  problem: string;
  todo: string;
  field?: string;
}): CareError {
  return new CareError('invalid', 'credentials_refused', problem, { problem, todo, field: field ?? null });
}

function connectedAlready(
  connector: Connector,
  account: { readonly id: ExternalAccountId; readonly name: string },
  known: { readonly id: InboxId; readonly name: string } | null,
): CareError {
  const words = known && known.name !== account.name ? ` as “${known.name}”` : '';
  return new CareError(
    'conflict',
    'inbox_exists',
    `${account.name} on ${connector.name} is connected already${words}. Open that inbox to change it.`,
    known ? { inboxId: known.id } : {},
  );
}
