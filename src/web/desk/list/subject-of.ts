import type { ConversationRow } from '../../../wire/conversations.ts';

/** The subject as a row shows it. A post has none of its own: what stands for it is the beginning of its words. */
export function subjectOf({ subject, reach }: Pick<ConversationRow, 'subject' | 'reach'>): string | null {
  return reach === 'owned_private' ? subject?.trim() || null : null;
}
