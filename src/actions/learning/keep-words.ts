import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { doubledTopic, tidyTopics, tidyTriggers } from '../../core/learning/check-words.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import {
  type OwnWords,
  readUnderstandingSettings,
  type UnderstandingSettings,
  writeUnderstandingSettings,
} from '../../storage/learning/settings.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

/**
 * Keeps the workspace's own words that call for care and its own topics. What arrives from now on is read by them.
 * Throws `changed_meanwhile`, `name_taken`.
 */
export async function keepWords(
  db: Database,
  who: Principal,
  input: OwnWords & { readonly version: number },
  now: Date,
): Promise<UnderstandingSettings> {
  requireEverywhere(who);
  const wished: OwnWords = { triggers: tidyTriggers(input.triggers), topics: tidyTopics(input.topics) };
  const doubled = doubledTopic(wished.topics);
  if (doubled !== null)
    throw new CareError(
      'conflict',
      'name_taken',
      `There is a topic “${doubled}” already. Give this one another name.`,
      {
        field: 'topics',
      },
    );
  return db.transaction(async (tx) => {
    const before = await readUnderstandingSettings(tx, who.workspaceId);
    if (before.version === input.version && JSON.stringify(shown(before)) === JSON.stringify(wished)) return before;
    if (!(await writeUnderstandingSettings(tx, who.workspaceId, input.version, wished, who.agentId, now)))
      throw new CareError(
        'conflict',
        'changed_meanwhile',
        'Somebody else changed these words meanwhile. Load the page again and put yours beside theirs.',
      );
    const detail = { before: shown(before) as unknown as Json, after: wished as unknown as Json };
    await addAudit(tx, who, { act: 'understanding.words_changed', detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'understanding', conversationId: null }], now);
    return readUnderstandingSettings(tx, who.workspaceId);
  });
}

const shown = ({ triggers, topics }: OwnWords): OwnWords => ({ triggers, topics });
