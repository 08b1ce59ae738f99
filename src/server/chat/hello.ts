import { answerTime } from '../../core/chat/answer-time.ts';
import { isOpenAt, isTimeZone, readHours } from '../../core/hours/hours.ts';
import { type ChatVisitor, isAnybodyThere } from '../../storage/chat/visitors.ts';
import { readWaits } from '../../storage/chat/waits.ts';
import type { Database } from '../../storage/database.ts';
import type { ChatHello } from '../../wire/chat.ts';
import type { ChatInbox } from './chat-inbox.ts';

const DAY_MS = 86_400_000;
/** A desk that is open somewhere asks for something at least so often. */
const THERE_MS = 10 * 60_000;
const RECENT = { days: 14, talks: 60 };

/** Everything that a window needs to know before anybody says anything. */
export async function showHello(
  db: Database,
  chat: ChatInbox,
  visitor: ChatVisitor | null,
  now: Date,
): Promise<ChatHello> {
  const { title, greeting, colour, language, hours, timeZone } = chat.settings;
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const isOpen = isOpenAt(readHours(hours) ?? [], zone, now);
  const [isThere, waits] = await Promise.all([
    isOpen ? isAnybodyThere(db.read, chat.workspaceId, new Date(now.getTime() - THERE_MS)) : false,
    readWaits(db.read, chat.workspaceId, chat.id, {
      since: new Date(now.getTime() - RECENT.days * DAY_MS),
      now,
      limit: RECENT.talks,
    }),
  ]);
  return {
    title: title || chat.name,
    greeting: greeting || null,
    colour,
    language,
    isAway: !isThere,
    // Whoever comes when nobody is there waits for as long as nobody is there.
    answerWithinMs: isThere ? answerTime(waits) : null,
    isKnown: visitor !== null,
    hasEmail: visitor?.email != null,
  };
}
