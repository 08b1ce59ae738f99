import type { ExternalAccountId } from '../../core/ids.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import type { Settings } from './credentials.ts';
import { troubleOf } from './outcome.ts';
import { isOurs } from './place.ts';
import type { Reading } from './pull-list.ts';
import { listIn, Thing } from './shapes.ts';

/** Nobody is told of edits and deletions: what was read is looked at again, the newest each time, the others in turn. */
const AT_ONCE = 100;
const NEWEST = 40;

export interface Turn {
  at: number;
}

export async function lookAgain(
  reading: Reading,
  turn: Turn,
  account: ExternalAccountId,
  settings: Settings,
): Promise<void> {
  const { reddit, memory, entries } = reading;
  const names = [...memory.things.keys()].toReversed().filter((name) => /^t[13]_/.test(name));
  const others = names.slice(NEWEST);
  if (turn.at >= others.length) turn.at = 0;
  const asked = [...names.slice(0, NEWEST), ...others.slice(turn.at, turn.at + AT_ONCE - NEWEST)];
  turn.at += AT_ONCE - NEWEST;
  if (asked.length === 0) return;
  const answer = await reddit({ method: 'GET', path: '/api/info', query: { id: asked.join(',') } });
  if (answer.kind === 'failed') throw troubleOf(answer);
  for (const raw of listIn(answer.body).children) {
    const thing = Thing.safeParse(raw).data;
    if (!thing) continue;
    const counts = memory.things.get(thing.data.name)?.counts;
    const changes = memory.compare(thing);
    const hasMoved = counts !== undefined && memory.things.get(thing.data.name)?.counts !== counts;
    // a post of our own opens nothing: it is told anew with its words and counts
    const isOwnPost = thing.kind === 't3' && isOurs(thing.data, account, settings);
    const isToldAnew = isOwnPost && !changes.includes('deleted') && (hasMoved || changes.includes('edited'));
    if (isToldAnew) entries.push(pulledEntry({ thing: raw, change: 'new' }, false));
    for (const change of changes)
      if (!(isOwnPost && change === 'edited')) entries.push(pulledEntry({ thing: raw, change }, false));
  }
}
