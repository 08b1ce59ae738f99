import type { Moment } from '../../storage/conversations/person-line.ts';
import type { PersonMoment } from '../../wire/contacts.ts';

export function showMoment(moment: Moment): PersonMoment {
  const { messageId, conversationId, channel, inboxId, reach, direction, authorName, text, files, at } = moment;
  return {
    messageId,
    conversationId,
    channel,
    inboxId,
    reach,
    direction,
    authorName,
    text,
    files,
    at: at.toISOString(),
  };
}
