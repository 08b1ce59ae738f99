import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Because } from '../../core/rules/rule.ts';
import type { Tx } from '../../storage/database.ts';
import { tellOneHook } from '../../storage/rules/hooks.ts';
import { tellWorkers } from '../../storage/tell-workers.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { ruleMoment } from './rule-moment.ts';

interface Wanted {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  readonly rule: Because;
  readonly hookId: string;
}

/** Tells the one address that the rule names. */
export async function tellByRule(tx: Tx, { workspaceId, conversationId, rule, hookId }: Wanted, now: Date) {
  const name = await tellOneHook(
    tx,
    workspaceId,
    { hookId, conversationId, rule: { id: rule.id, name: rule.name } },
    now,
  );
  const moment = name
    ? ruleMoment(conversationId, rule, 'rule_told', { hook: name }, now)
    : ruleMoment(
        conversationId,
        rule,
        'rule_could_not',
        { act: 'hook', why: 'The webhook is off, or not there any more.' },
        now,
      );
  await addTimelineEvents(tx, workspaceId, [moment]);
  if (name) await tellWorkers(tx, workspaceId);
}
