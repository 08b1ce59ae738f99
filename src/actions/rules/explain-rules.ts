import { noSuch } from '../../core/access/no-such.ts';
import type { ConversationId } from '../../core/ids.ts';
import { explainRules as explain } from '../../core/rules/explain-rule.ts';
import type { Reader } from '../../storage/database.ts';
import { readPlaces } from '../../storage/rules/places.ts';
import { listRules } from '../../storage/rules/rows.ts';
import { readRuns } from '../../storage/rules/runs.ts';
import type { Who } from '../who.ts';
import { readRuleNames } from './read-names.ts';

/** Every rule against one conversation, those that are off too. Throws `no_such_conversation`. */
export async function explainRules(db: Reader, { workspaceId }: Who, id: ConversationId, now: Date) {
  const place = (await readPlaces(db, workspaceId, [id], true)).get(id);
  if (!place) throw noSuch('conversation');
  const ran = (await readRuns(db, workspaceId, [id])).get(id) ?? [];
  const rules = await listRules(db, workspaceId, now);
  return explain(rules, place, ran, await readRuleNames(db, workspaceId, rules, [place], now), now);
}
