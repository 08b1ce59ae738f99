import { CareError } from '../../core/errors.ts';
import { isTimeZone, readHours } from '../../core/hours/hours.ts';
import type { AgentId } from '../../core/ids.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { type DeskSettings, putDeskSettings, readDeskSettings } from '../../storage/routing/desks.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

type Wish = { readonly [Key in keyof DeskSettings]?: DeskSettings[Key] | undefined };

/** What an agent knows, speaks and can hold, and when they work. Throws `no_such_agent`, `no_hours`, `no_time_zone`. */
export async function changeDesk(
  db: Database,
  who: Principal,
  { agentId, wish }: { readonly agentId: AgentId; readonly wish: Wish },
  now: Date,
): Promise<DeskSettings> {
  requireEverywhere(who);
  if (wish.hours !== undefined && readHours(wish.hours) === null)
    throw new CareError('invalid', 'no_hours', 'Write the hours like “Mon-Fri 09:00-17:00, Sat 10:00-14:00”.', {
      field: 'hours',
    });
  if (wish.timeZone !== undefined && !isTimeZone(wish.timeZone))
    throw new CareError('invalid', 'no_time_zone', 'This is not a time zone. Write it like “Europe/Budapest”.', {
      field: 'timeZone',
    });
  return db.transaction(async (tx) => {
    const before = await readDeskSettings(tx, who.workspaceId, agentId);
    if (!before) throw new CareError('not_found', 'no_such_agent', 'There is no such agent here.');
    const after: DeskSettings = {
      skills: once(wish.skills ?? before.skills),
      languages: once(wish.languages ?? before.languages),
      capacity: wish.capacity === undefined ? before.capacity : wish.capacity,
      hours: wish.hours ?? before.hours,
      timeZone: wish.timeZone ?? before.timeZone,
      takesPart: wish.takesPart === undefined ? before.takesPart : wish.takesPart,
    };
    if (JSON.stringify(after) === JSON.stringify(before)) return before;
    await putDeskSettings(tx, who.workspaceId, agentId, after);
    const detail = { before: { ...before }, after: { ...after } };
    await addAudit(tx, who, { act: 'desk.changed', target: agentId, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'routing', conversationId: null }], now);
    return after;
  });
}

/** Written twice, in whatever case, it is one. */
function once(words: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const word of words.map((one) => one.trim()).filter(Boolean))
    if (!kept.has(word.toLowerCase())) kept.set(word.toLowerCase(), word);
  return [...kept.values()];
}
