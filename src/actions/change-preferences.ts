import { CareError } from '../core/errors.ts';
import type { ChosenPreferences, Preferences } from '../core/notifications/preferences.ts';
import type { Database } from '../storage/database.ts';
import { readPreferences, writePreferences } from '../storage/notifications/preferences.ts';
import type { Who } from './who.ts';

/** How a person works and wants to be called. Throws `needs_a_human`, `no_such_time_zone`. */
export async function changePreferences(db: Database, who: Who, chosen: ChosenPreferences): Promise<Preferences> {
  const { agentId } = who;
  if (!agentId) throw new CareError('forbidden', 'needs_a_human', 'An API token has no preferences.');
  const strange = [chosen.timeZone, chosen.seenZone].find((zone) => zone && !isTimeZone(zone));
  if (strange)
    throw new CareError('invalid', 'no_such_time_zone', `There is no time zone “${strange}”. Try Europe/Prague.`);
  return db.transaction(async (tx) => {
    await writePreferences(tx, who.workspaceId, agentId, chosen);
    return readPreferences(tx, who.workspaceId, agentId);
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
