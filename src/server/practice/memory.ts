import type { WorkspaceId } from '../../core/ids.ts';
import { didFor } from '../../simulators/bluesky/ids.ts';
import { igsidFor } from '../../simulators/instagram/state.ts';
import { psidOf, userIdOf } from '../../simulators/meta/ids.ts';
import type { Persona, Place, Remembered } from '../../simulators/network.ts';
import { BRAND } from '../../simulators/personas/brand.ts';
import { CUSTOMERS } from '../../simulators/personas/people.ts';
import { userIdOf as viberIdOf } from '../../simulators/viber/ids.ts';
import { businessIdOf } from '../../simulators/whatsapp/members.ts';
import { numberFor } from '../../simulators/x/ids.ts';
import type { Reader } from '../../storage/database.ts';
import { readSaidBefore, type SaidBefore } from '../../storage/practice/memory.ts';
import type { Networks } from './networks.ts';

const DAY_MS = 24 * 3_600_000;
const REMEMBERED_DAYS = 90;
const MOST = 20_000;

/**
 * The networks keep nothing themselves; the desk does, and what it knows is exactly what can be answered. So they are
 * told by it, and an answer reaches its customer after whatever end the last run had.
 */
export async function remindNetworks(
  networks: Networks,
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS);
  const said = await readSaidBefore(db, workspaceId, { since, most: MOST });
  const byChannel = Map.groupBy(said.flatMap(toRemembered), ({ channel }) => channel);
  for (const network of networks.all)
    network.remember((byChannel.get(network.channel) ?? []).map(({ remembered }) => remembered));
}

function toRemembered(said: SaidBefore): { readonly channel: string; readonly remembered: Remembered }[] {
  const { channel, account, thread, id, isOurs, text, subject, at, parent, stars, isPositive, isHidden } = said;
  // Reviews say who wrote them by name alone.
  const known = channel === 'google_reviews' ? said.personName : said.person;
  const persona = known === null ? undefined : PEOPLE.get(`${channel} ${known}`);
  // Nobody whom the networks know: it cannot have been said there.
  if (!isOurs && !persona) return [];
  const remembered: Remembered = {
    account,
    thread,
    kind: kindOf(said),
    id,
    by: isOurs ? 'company' : 'person',
    ...(persona ? { persona } : {}),
    text,
    ...(subject ? { subject } : {}),
    // Answers to reviews are called after the network's own time, which is some milliseconds after ours.
    at: channel === 'google_reviews' && isOurs ? (timeIn(id) ?? at) : at,
    ...(parent ? { inReplyTo: parent } : {}),
    ...(stars === null ? {} : { stars }),
    ...(isPositive === null ? {} : { isPositive }),
    ...(isHidden ? { isHidden } : {}),
  };
  return [{ channel, remembered }];
}

function timeIn(id: string): Date | null {
  const ms = /\/reply@(\d+)$/.exec(id)?.[1];
  return ms === undefined ? null : new Date(Number(ms));
}

function kindOf({ threadKind, reach, isOurs, id, thread }: SaidBefore): Place['kind'] {
  if (threadKind === 'direct' || threadKind === 'mail' || threadKind === 'review') return threadKind;
  if (reach === 'earned') return 'elsewhere';
  return !isOurs && id === thread ? 'wall' : 'post';
}

/** By channel and the id under which the network tells of them. */
const PEOPLE: ReadonlyMap<string, Persona> = new Map(
  CUSTOMERS.flatMap((one): [string, Persona][] => [
    [`facebook ${userIdOf(BRAND.pageId, one.id)}`, one],
    [`messenger ${psidOf(BRAND.pageId, one.id)}`, one],
    [`email ${one.email}`, one],
    [`bluesky ${didFor(`persona ${one.id}`)}`, one],
    [`instagram ${igsidFor(BRAND.instagramId, one.id)}`, one],
    // whoever only names the brand in a post of their own
    [`instagram username:${one.handle}`, one],
    [`whatsapp ${businessIdOf(BRAND.wabaId, one.id)}`, one],
    [`x ${numberFor(`persona ${one.id}`)}`, one],
    [`viber ${viberIdOf(BRAND.viberId, one.id)}`, one],
    [`google_reviews ${one.name}`, one],
  ]),
);
