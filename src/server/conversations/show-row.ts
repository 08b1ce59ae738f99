import { hasRight, type InboxRights } from '../../core/access/inbox-rights.ts';
import { SENTIMENTS } from '../../core/understanding/understood.ts';
import type { ConversationRow as Row } from '../../storage/conversations/rows.ts';
import type { ConversationRow } from '../../wire/conversations.ts';

/**
 * Field by field: a new column leaves the server only when somebody writes it here.
 * @param rights of whoever reads it: words of an inbox that they may not see are not theirs to read, wherever they stand
 */
export function showRow(row: Row, rights: InboxRights): ConversationRow {
  return {
    id: row.id,
    inboxId: row.inboxId,
    channel: row.channel,
    reach: row.reach,
    subject: row.subject,
    preview: hasRight(rights, row.saidIn, 'see') ? row.preview : '',
    contact: { id: row.contactId, name: row.contactName, avatarUrl: row.avatarUrl, followers: row.followers },
    attention: row.attention,
    attentionReason: row.attentionReason,
    resolution: row.resolution,
    assigneeId: row.assigneeId,
    priority: row.priority,
    // Beside a blocked person it is kept for the day they are unblocked.
    waitingSince: row.attention === 'needs_answer' ? showTime(row.waitingSince) : null,
    openedAt: showTime(row.openedAt),
    openedBy: row.openedBy,
    snoozedUntil: showTime(row.snoozedUntil),
    answeredElsewhereAt: showTime(row.answeredElsewhereAt),
    lastMessageAt: row.lastMessageAt.toISOString(),
    lastInboundAt: showTime(row.lastInboundAt),
    messageCount: row.messageCount,
    language: row.language,
    teamId: row.teamId,
    labelIds: [...row.labelIds],
    promisedFor: showTime(row.promisedFor),
    promise: row.promise,
    mergedIntoId: row.mergedIntoId,
    isBlocked: row.isBlocked,
    isMuted: row.isMuted,
    isVip: row.isVip,
    sentiment: row.sentiment === null ? null : (SENTIMENTS[row.sentiment + 1] ?? null),
    kind: row.kind,
    urgency: row.urgency,
    topic: row.topic,
    dueAt: showTime(row.dueAt),
    changedSeq: row.changedSeq,
  };
}

export function showTime(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
