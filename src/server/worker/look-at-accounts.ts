import type { AccountCheck, Connector } from '../../core/channel/connector.ts';
import type { AccountLook } from '../../core/health/findings.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { claimLooks, type DueLook, noteLook, noteSends, replaceCredentials } from '../../storage/health/looks.ts';
import { announceInbox } from '../../storage/inboxes.ts';
import type { Seal } from '../../storage/seal.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { type AskedAnew, askAnew } from './ask-anew.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const MINUTE_MS = 60_000;
/** How often each account is looked at. A look that failed is repeated soon: only two in a row count. */
const EVERY_MS = 60 * MINUTE_MS;
const AGAIN_MS = 5 * MINUTE_MS;
const AT_ONCE = 4;
/** A network that hangs keeps nobody else waiting for longer, in each of two steps. */
const PATIENCE_MS = 60_000;

export interface LookingOptions extends WorkerDeps {
  /** Seals what an account renewed by itself. */
  readonly sealFor: Seal['close'];
  /** Where the network should send its events, by workspace and channel; null: nowhere. */
  readonly callbackUrl: (workspaceId: WorkspaceId, channel: string) => Promise<string | null>;
  readonly lookAtAccountsEveryMs?: number;
}

/** Looks at every connected account now and then: is its token good, has it its rights, do its events come to us? */
export function startLooking(options: LookingOptions): Promise<Running> {
  const everyMs = options.lookAtAccountsEveryMs ?? MINUTE_MS;
  return startSweep({ ...options, everyMs, name: 'looks at accounts', restMs: null }, async () => {
    for (const { id } of await listWorkspaces(options.db.read)) {
      for (;;) {
        if (options.signal.aborted) return;
        const due = await options.db.alone((tx) =>
          claimLooks(tx, id, { now: options.now(), everyMs: EVERY_MS, againMs: AGAIN_MS, limit: AT_ONCE }),
        );
        await Promise.all(due.map((inbox) => look(options, id, inbox)));
        if (due.length < AT_ONCE) break;
      }
    }
  });
}

async function look(options: LookingOptions, workspaceId: WorkspaceId, inbox: DueLook): Promise<void> {
  const { db, connectors, credentialsOf, now, log } = options;
  const connector = connectors.get(inbox.channel);
  if (!connector) return;
  try {
    const kept = credentialsOf(workspaceId, inbox.id, inbox.sealed);
    const credentials = (await renewed(options, workspaceId, inbox, connector, kept)) ?? kept;
    const url = await options.callbackUrl(workspaceId, inbox.channel);
    const found = await inTime(connector.check(credentials, url ?? undefined), HUNG);
    const account = { id: inbox.account, credentials, due: inbox.sendsDue };
    const late: AskedAnew = { check: found, isMended: false };
    const { check, due, isMended } = await inTime(askAnew(connector, account, url, found), late);
    if (isMended)
      log.info({ inboxId: inbox.id }, `${connector.name} had ceased to tell of an account, and does again.`);
    const sends = check.ok ? check.sends : undefined;
    if (sends || due) await db.alone((tx) => noteSends(tx, workspaceId, inbox.id, { sends, due }));
    await db.alone((tx) => noteLook(tx, workspaceId, inbox.id, lookOf(check, inbox.failures), expiryOf(check), now()));
  } catch (error) {
    // Our own fault or an account that nobody can open: the pull, the sender or the settings say more.
    log.warn({ err: error, inboxId: inbox.id }, 'An account could not be looked at.');
  }
}

/** Credentials that the account has just renewed, already kept; null: they are as they were. */
async function renewed(
  { db, sealFor, now, log }: LookingOptions,
  workspaceId: WorkspaceId,
  inbox: DueLook,
  connector: Connector,
  kept: unknown,
): Promise<unknown> {
  if (!connector.renew) return null;
  try {
    const made = await connector.renew(kept, inbox.account);
    if (!made) return null;
    const { credentials, expiresAt } = made;
    const to = sealFor(workspaceId, inbox.id, credentials);
    const isKept = await db.transaction(async (tx) => {
      const isOurs = await replaceCredentials(tx, workspaceId, inbox.id, { from: inbox.sealed, to, expiresAt });
      if (isOurs) await announceInbox(tx, workspaceId, now());
      return isOurs;
    });
    return isKept ? credentials : null;
  } catch (error) {
    // The old ones may still be good; the check that follows says if they are not.
    log.warn({ err: error, inboxId: inbox.id }, 'The access to an account could not be renewed.');
    return null;
  }
}

function lookOf(check: AccountCheck, failures: number): AccountLook {
  return check.ok
    ? { warnings: check.warnings, failures: 0, problem: null, todo: null }
    : { warnings: [], failures: failures + 1, problem: check.problem, todo: check.todo };
}

const expiryOf = (check: AccountCheck): Date | null | undefined => (check.ok ? (check.expiresAt ?? null) : undefined);

const HUNG: AccountCheck = {
  ok: false,
  problem: 'The network did not answer when the account was looked at.',
  todo: 'It is looked at again by itself. If this stays, test the inbox in the settings.',
};

function inTime<Answer>(asking: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const late = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => late.resolve(otherwise), PATIENCE_MS);
  return Promise.race([asking, late.promise]).finally(() => clearTimeout(timer));
}
