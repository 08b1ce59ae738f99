import type { Connector } from '../core/channel/connector.ts';
import { CareError } from '../core/errors.ts';
import { noLongerSentWords } from '../core/health/no-longer-sent.ts';
import type { InboxId, Json, TeamId } from '../core/ids.ts';
import { readTeam } from '../storage/access/teams.ts';
import { addAudit } from '../storage/audit.ts';
import { lookAgainAtClocks } from '../storage/clocks/look-again.ts';
import {
  announceInbox,
  type InboxChange,
  type InboxRow,
  readInbox,
  readSealed,
  removeInbox,
  updateInbox,
} from '../storage/inboxes.ts';
import { holdFiling } from '../storage/ledger.ts';
import { noteAsked } from '../storage/pulling.ts';
import { type CheckedCredentials, checkCredentials, settingsWith } from './check-credentials.ts';
import { type Connected, credentialsRefused, type InboxDeps } from './connect-inbox.ts';
import { askedAnew, keepSecrets } from './kept-secrets.ts';
import { subscribeInbox } from './subscribe-inbox.ts';
import type { Principal } from './who.ts';

export interface InboxPatch {
  readonly name?: string | undefined;
  readonly purpose?: string | undefined;
  readonly brand?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly teamId?: TeamId | null | undefined;
  readonly hours?: { readonly open: string; readonly timeZone: string } | null | undefined;
  readonly ownerEmail?: string | null | undefined;
  readonly settings?: Json | undefined;
  /** Secrets that are left out or empty stay as they are. `{}` tests and subscribes with what is kept. */
  readonly credentials?: Readonly<Record<string, unknown>> | undefined;
  readonly isPaused?: boolean | undefined;
}

export async function changeInbox(
  deps: InboxDeps,
  who: Principal,
  connector: Connector,
  input: { readonly id: InboxId; readonly patch: InboxPatch; readonly callbackUrl: string },
  now: Date,
): Promise<Connected> {
  const { db, seal } = deps;
  const { id, patch } = input;
  const { workspaceId } = who;
  const inbox = await readInbox(db.read, workspaceId, id);
  if (!inbox) throw noSuchInbox();
  const checked = patch.credentials && (await checkKept(deps, who, connector, inbox, patch.credentials));
  if (checked && !checked.check.ok) throw credentialsRefused(checked.check);
  await db.transaction(async (tx) => {
    // Before the inbox's row, in the order in which filing takes the two.
    if (patch.hours !== undefined) await holdFiling(tx, workspaceId);
    if (patch.teamId && !(await readTeam(tx, workspaceId, patch.teamId)))
      throw new CareError('invalid', 'no_such_team', 'There is no such team.', { field: 'teamId' });
    const change: InboxChange = {
      name: patch.name,
      purpose: patch.purpose,
      brand: patch.brand,
      language: patch.language,
      teamId: patch.teamId,
      hours: patch.hours,
      ownerEmail: patch.ownerEmail,
      settings: checked?.check.ok
        ? settingsWith(connector, patch.settings ?? inbox.settings, checked.credentials)
        : patch.settings,
      ...(checked?.check.ok
        ? {
            sealed: seal.close(workspaceId, id, checked.credentials),
            tokenExpiresAt: checked.check.expiresAt ?? null,
          }
        : {}),
      state: stateAfter(inbox, patch, now),
    };
    if (!(await updateInbox(tx, workspaceId, id, change))) throw noSuchInbox();
    if (checked?.check.ok) await noteAsked(tx, workspaceId, id, now);
    await addAudit(tx, who, { act: nameOf(patch), target: id, detail: { changed: Object.keys(patch) } }, now);
    // What waits there is timed by its new hours.
    if (patch.hours !== undefined) await lookAgainAtClocks(tx, workspaceId);
    await announceInbox(tx, workspaceId, now);
  });
  if (!checked?.check.ok) return { id, detail: 'Saved.', warnings: [] };
  const known = { id, credentials: checked.credentials, account: inbox.account };
  const subscribed = await subscribeInbox(db, workspaceId, connector, known, input.callbackUrl, now);
  return { id, detail: subscribed.detail, warnings: [...checked.check.warnings, ...subscribed.warnings] };
}

/** Looks whether what the form holds, filled up with what is kept, opens the account of this inbox. */
export async function checkKept(
  { db, seal }: InboxDeps,
  who: Principal,
  connector: Connector,
  inbox: InboxRow,
  given: Readonly<Record<string, unknown>>,
  callbackUrl?: string,
): Promise<CheckedCredentials> {
  const [row] = await readSealed(db.read, who.workspaceId, { id: inbox.id });
  if (!row) throw noSuchInbox();
  const kept = seal.open(who.workspaceId, inbox.id, row.sealed);
  const { fields } = connector.credentials;
  const missing = askedAnew(fields, kept, given);
  if (missing) return { credentials: null, check: missing };
  const checked = await checkCredentials(connector, keepSecrets(fields, kept, given), callbackUrl);
  if (!checked.check.ok) return checked;
  if (checked.check.account.id === inbox.account) return withWhatIsLost(connector, inbox, checked, checked.check);
  return {
    credentials: null,
    check: {
      ok: false,
      problem: `These credentials open ${checked.check.account.name}, and this inbox is ${inbox.name}.`,
      todo: 'Connect the other account as an inbox of its own.',
    },
  };
}

/** A test says, as the looks do, what the network has ceased to tell by itself. */
function withWhatIsLost(
  { name }: Connector,
  { sendsDue }: InboxRow,
  checked: CheckedCredentials,
  check: CheckedCredentials['check'] & { readonly ok: true },
): CheckedCredentials {
  const lost = noLongerSentWords(name, sendsDue, check.sends);
  if (lost === null) return checked;
  return {
    ...checked,
    check: { ...check, warnings: [...check.warnings, `${lost} Saving the inbox asks for it anew.`] },
  };
}

/** Takes it off the desk. Its conversations stay; its credentials are forgotten. */
export async function disconnectInbox({ db }: InboxDeps, who: Principal, id: InboxId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await removeInbox(tx, who.workspaceId, id, now))) throw noSuchInbox();
    await addAudit(tx, who, { act: 'inbox.removed', target: id }, now);
    await announceInbox(tx, who.workspaceId, now);
  });
}

export function noSuchInbox(): CareError {
  return new CareError('not_found', 'no_such_inbox', 'There is no such inbox.');
}

/** New credentials mend what old ones broke; a pause ends only when somebody ends it. */
function stateAfter(inbox: InboxRow, { isPaused, credentials }: InboxPatch, now: Date): InboxChange['state'] {
  const to = (state: 'paused' | 'connected') =>
    inbox.state === state ? undefined : { state, detail: null, since: now };
  if (isPaused === true) return to('paused');
  if (isPaused === false && inbox.state === 'paused') return to('connected');
  return credentials && inbox.state !== 'paused' ? to('connected') : undefined;
}

function nameOf({ isPaused, credentials }: InboxPatch): string {
  if (isPaused !== undefined) return isPaused ? 'inbox.paused' : 'inbox.resumed';
  return credentials ? 'inbox.credentials_changed' : 'inbox.changed';
}
