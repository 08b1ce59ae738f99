import { setTimeout as pause } from 'node:timers/promises';
import { noteSpike } from '../../../actions/listening/note-spike.ts';
import type { Random } from '../../../simulators/personas/words.ts';
import { addPastVoice, countHits } from '../../../storage/practice/overheard.ts';
import type { Deps } from '../../deps.ts';
import { setUpListening } from '../desk/set-up-listening.ts';
import { type Founded, houseOf } from '../found.ts';
import type { Networks } from '../networks.ts';
import { OVERHEARD_ON, type PastTalk, pastHours } from './overheard.ts';

const HOUR_MS = 3_600_000;
/** Whatever the network has not given by then comes later, as everything does. */
const PATIENCE_MS = 6_000;
const LOOK_EVERY_MS = 150;
/** Of the other shop less is said. */
const SHARE = { ours: 1, theirs: 0.45 };

/** People speak of the shops where nobody of the brand is. */
export async function speakOfShops(networks: Networks, { posts }: PastTalk): Promise<void> {
  const network = networks.of(OVERHEARD_ON);
  for (const { customer, text, at } of posts) await network?.say(customer, { place: 'elsewhere', text, at });
}

/** The desk begins to listen, and hears what was said: with the weeks before it, and the spike that there was. */
export async function listenBack(
  { db, now }: Deps,
  { workspaceId }: Founded,
  { posts, spike }: PastTalk,
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  const at = now();
  const { ours, theirs } = await setUpListening(db, houseOf(workspaceId), at);
  const until = performance.now() + PATIENCE_MS;
  while ((await countHits(db.read, workspaceId)) < posts.length && performance.now() < until)
    await pause(LOOK_EVERY_MS, undefined, { signal });
  await db.transaction(async (tx) => {
    const on = { channel: OVERHEARD_ON };
    await addPastVoice(tx, workspaceId, { ...on, boardId: ours }, pastHours(at, random, SHARE.ours));
    await addPastVoice(tx, workspaceId, { ...on, boardId: theirs }, pastHours(at, random, SHARE.theirs));
  });
  const board = { boardId: ours, name: 'About us' };
  for (const then of [spike.to, new Date(spike.to.getTime() + 4 * HOUR_MS)])
    await noteSpike(db, workspaceId, board, then, false);
}
