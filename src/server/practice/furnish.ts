import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../../simulators/personas/random.ts';
import { countFiled } from '../../storage/practice/past.ts';
import { writeNote } from '../../storage/practice/pulse.ts';
import type { Deps } from '../deps.ts';
import { setUpDesk } from './desk/set-up-desk.ts';
import { connectAccounts, type Founded, houseOf } from './found.ts';
import { type Networks, READ, TOLD } from './networks.ts';
import { connectShopOf, stockShop } from './own-shop.ts';
import { listenBack, speakOfShops } from './past/listen-back.ts';
import { type LivedMatter, liveThrough } from './past/live-through.ts';
import { pastMatters } from './past/matters.ts';
import { pastTalk } from './past/overheard.ts';
import { writeDown } from './past/write-down.ts';

/** How long nothing may be filed until no more is expected, in milliseconds; all of it takes seconds. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 150;

/** Connects the brand's accounts, and lets four weeks happen to them. Ends when the desk has filed them. */
export async function furnish(
  deps: Deps,
  founded: Founded,
  networks: Networks,
  seed: number,
  signal: AbortSignal,
): Promise<void> {
  const { db, now } = deps;
  // A webhook tells only whoever listens already; a mailbox and a feed are read afterwards.
  await connectAccounts(deps, founded, networks, TOLD);
  const at = now();
  const lived = await liveThrough(networks, pastMatters(at, seeded(seed)), at);
  const random = seeded(seed + 1);
  const talk = pastTalk(at, random);
  await speakOfShops(networks, talk);
  await connectAccounts(deps, founded, networks, READ);
  stockShop(networks.shop, at);
  await connectShopOf(deps, founded.workspaceId);
  await filed(deps, founded, lived, signal);
  const labelOf = await setUpDesk(db, houseOf(founded.workspaceId), founded.team, now());
  await writeDown(db, founded.workspaceId, founded.team, lived, labelOf, now());
  await listenBack(deps, founded, talk, random, signal);
  await db.alone((tx) => writeNote(tx, founded.workspaceId, { isFurnished: true, since: at.toISOString() }));
}

async function filed(
  { db }: Deps,
  { workspaceId }: Founded,
  lived: readonly LivedMatter[],
  signal: AbortSignal,
): Promise<void> {
  const wanted = lived.reduce((sum, { said }) => sum + said.length, 0);
  let known = -1;
  let since = performance.now();
  for (;;) {
    const now = await countFiled(db.read, workspaceId);
    if (now >= wanted) return;
    if (now !== known) since = performance.now();
    known = now;
    // What is not there by now was lost on a network whose dials were turned; the rest is told without it.
    if (performance.now() - since > PATIENCE_MS) return;
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}
