import type { ConversationRow } from '../../../wire/conversations.ts';
import type { BulkAct } from '../../../wire/work.ts';

/** What an act will make of a row, shown before the server has answered. */
export function changeOf(row: ConversationRow, act: BulkAct): ConversationRow {
  switch (act.do) {
    case 'attention':
      return {
        ...row,
        attention: act.attention,
        attentionReason: act.reason ?? null,
        ...(act.attention === 'needs_answer' ? {} : { waitingSince: null, snoozedUntil: null }),
      };
    case 'assign':
      return { ...row, assigneeId: act.agentId };
    case 'team':
      return { ...row, teamId: act.teamId };
    case 'label':
      return { ...row, labelIds: [...new Set([...row.labelIds, ...act.add])].filter((id) => !act.remove.includes(id)) };
    case 'snooze':
      return { ...row, snoozedUntil: act.until };
    case 'resolve':
      return { ...row, resolution: act.resolution };
    case 'promise':
      return { ...row, promisedFor: act.for, promise: act.words || null };
  }
}

/** Whether the work on a conversation ends with it for now, so that one goes on to the next. */
export function endsWork(act: BulkAct): boolean {
  return (act.do === 'attention' && act.attention !== 'needs_answer') || (act.do === 'snooze' && act.until !== null);
}
