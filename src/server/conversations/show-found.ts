import type { InboxRights } from '../../core/access/inbox-rights.ts';
import { excerptOf } from '../../core/search/excerpt.ts';
import type { Found } from '../../storage/search/search.ts';
import type { SearchResult } from '../../wire/search.ts';
import { showRow } from './show-row.ts';

export function showFound({ hits, people, wanted, cursor, notUnderstood }: Found, rights: InboxRights): SearchResult {
  return {
    people: people.map(({ id, name, handle, channel, avatarUrl, conversationId }) => ({
      id,
      name,
      handle,
      channel,
      avatarUrl,
      conversationId,
    })),
    hits: hits.map(({ messageId, conversation, authorName, text, sentAt }) => ({
      messageId,
      conversation: showRow(conversation, rights),
      authorName,
      ...excerptOf(text, wanted),
      sentAt: sentAt.toISOString(),
    })),
    cursor,
    isComplete: cursor === null,
    notUnderstood: [...notUnderstood],
  };
}
