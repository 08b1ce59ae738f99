import { randomBytes } from 'node:crypto';
import { CareError } from '../core/errors.ts';
import { TEST_EVENT } from '../core/hooks/events.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTest, replayDeliveries } from '../storage/hooks/log.ts';
import {
  addHook,
  changeHookSecret,
  type HookChange,
  type HookRow,
  readHook,
  removeHook,
  updateHook,
} from '../storage/hooks/rows.ts';
import { newId } from '../storage/new-id.ts';
import type { Seal } from '../storage/seal.ts';
import { tellWorkers } from '../storage/tell-workers.ts';
import type { Principal } from './who.ts';

/** More addresses than anybody keeps in mind. */
export const HOOKS_MOST = 20;
const OLD_SECRET_LASTS_MS = 24 * 3_600_000;

interface Deps {
  readonly db: Database;
  readonly seal: Seal;
}

/** Tells another program from now on. Its secret is given back here and nowhere else. */
export async function makeHook(
  { db, seal }: Deps,
  who: Principal,
  input: { readonly id: string; readonly name: string; readonly url: string; readonly events: readonly string[] },
  now: Date,
): Promise<{ readonly hook: HookRow; readonly secret: string }> {
  requireWholeHouse(who);
  const secret = newSecret();
  return db.transaction(async (tx) => {
    const sealed = seal.close(who.workspaceId, `hook/${input.id}`, secret);
    const row = { ...input, events: [...new Set(input.events)], sealed, createdBy: who.agentId };
    const added = await addHook(tx, who.workspaceId, row, HOOKS_MOST, now);
    if (added === 'known') throw new CareError('conflict', 'id_taken', 'This id is used already. Take a new one.');
    if (added === 'full')
      throw new CareError('conflict', 'too_many_hooks', `There are ${HOOKS_MOST} webhooks already. Remove one first.`);
    await audit(tx, who, 'hook.made', input.id, { name: input.name, url: input.url, events: row.events }, now);
    return { hook: await readMade(tx, who, input.id), secret };
  });
}

export function changeHook(
  { db }: Deps,
  who: Principal,
  input: { readonly id: string; readonly patch: HookChange },
  now: Date,
): Promise<HookRow> {
  requireWholeHouse(who);
  const { id, patch } = input;
  return db.transaction(async (tx) => {
    const was = await readMade(tx, who, id);
    const events = patch.events && [...new Set(patch.events)];
    await updateHook(tx, who.workspaceId, id, { ...patch, ...(events ? { events } : {}) });
    const hook = await readMade(tx, who, id);
    const said = ({ name, url, events, isOn }: HookRow) => ({ name, url, events: [...events], isOn });
    await audit(tx, who, 'hook.changed', id, { before: said(was), after: said(hook) }, now);
    if (hook.isOn) await tellWorkers(tx, who.workspaceId);
    return hook;
  });
}

/** A new secret signs at once; the one before signs beside it for a day, so that nothing is refused meanwhile. */
export async function changeSecret({ db, seal }: Deps, who: Principal, id: string, now: Date): Promise<string> {
  requireWholeHouse(who);
  const secret = newSecret();
  await db.transaction(async (tx) => {
    const sealed = seal.close(who.workspaceId, `hook/${id}`, secret);
    const oldUntil = new Date(now.getTime() + OLD_SECRET_LASTS_MS);
    if (!(await changeHookSecret(tx, who.workspaceId, id, { sealed, oldUntil }))) throw noSuchHook();
    await audit(tx, who, 'hook.secret_changed', id, { oldUntil: oldUntil.toISOString() }, now);
  });
  return secret;
}

export function dropHook({ db }: Deps, who: Principal, id: string, now: Date): Promise<void> {
  requireWholeHouse(who);
  return db.transaction(async (tx) => {
    const name = await removeHook(tx, who.workspaceId, id);
    if (name === null) throw noSuchHook();
    await audit(tx, who, 'hook.removed', id, { name }, now);
  });
}

/** Sends something harmless the whole way, signature and all. @returns its id in the log */
export function testHook({ db }: Deps, who: Principal, hookId: string, now: Date): Promise<string> {
  requireWholeHouse(who);
  return db.transaction(async (tx) => {
    const hook = await readMade(tx, who, hookId);
    if (!hook.isOn) throw new CareError('conflict', 'hook_is_off', 'This webhook is off. Switch it on, then test it.');
    // Whoever tests wants to know now, whatever was wrong before.
    await updateHook(tx, who.workspaceId, hookId, { isOn: true });
    const id = newId<string>();
    await addTest(tx, who.workspaceId, { id, hookId, event: TEST_EVENT }, now);
    await tellWorkers(tx, who.workspaceId);
    return id;
  });
}

/** @param deliveryId null: all that failed @returns how many are told again */
export function replayHook(
  { db }: Deps,
  who: Principal,
  input: { readonly id: string; readonly deliveryId: string | null },
  now: Date,
): Promise<number> {
  requireWholeHouse(who);
  return db.transaction(async (tx) => {
    const hook = await readMade(tx, who, input.id);
    // Whoever tells again wants it now, even where the address rests.
    if (hook.isOn) await updateHook(tx, who.workspaceId, input.id, { isOn: true });
    const count = await replayDeliveries(tx, who.workspaceId, input.id, input.deliveryId, now);
    await tellWorkers(tx, who.workspaceId);
    return count;
  });
}

/** A webhook tells of every inbox, so only whoever sees all of them decides about it. */
export function requireWholeHouse({ inboxes }: Principal): void {
  if (inboxes)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'A webhook tells of every inbox. Only somebody who works in all of them can see and change webhooks.',
    );
}

export const noSuchHook = () => new CareError('not_found', 'no_such_hook', 'There is no such webhook (any more).');

async function readMade(tx: Tx, { workspaceId }: Principal, id: string): Promise<HookRow> {
  const hook = await readHook(tx, workspaceId, id);
  if (!hook) throw noSuchHook();
  return hook;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

type Detail = NonNullable<Parameters<typeof addAudit>[2]['detail']>;
const audit = (tx: Tx, who: Principal, act: string, target: string, detail: Detail, now: Date) =>
  addAudit(tx, who, { act, target, detail }, now);
