import { setTimeout as pause } from 'node:timers/promises';
import { noSuch } from '../core/access/no-such.ts';
import { type CallFacts, readNumber } from '../core/channel/call.ts';
import { CareError } from '../core/errors.ts';
import type { ContactId, ConversationId, InboxId } from '../core/ids.ts';
import { readAgent } from '../storage/agents.ts';
import { lockContact } from '../storage/contacts/contact.ts';
import { addIdentity, conversationOfMessage, nameOnChannel } from '../storage/contacts/phone-identity.ts';
import type { Database } from '../storage/database.ts';
import { listInboxes } from '../storage/inboxes.ts';
import type { Receiver } from './receive.ts';
import { requireRight, requireRightOn } from './require-right.ts';
import { setAttention } from './set-attention.ts';
import type { Who } from './who.ts';

export interface CallInput extends CallFacts {
  readonly id: string;
  readonly inboxId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  readonly at?: string | undefined;
  readonly note?: string | undefined;
  readonly recordingUrl?: string | undefined;
  readonly isAnswer: boolean;
}
interface CallDeps {
  readonly db: Database;
  readonly receiver: Receiver;
  /** Channels whose messages are written down at the desk. */
  readonly channels: readonly string[];
}

/** A clock elsewhere may be ahead by so much, in milliseconds. */
const AHEAD_MS = 5 * 60_000;
/** How long the filing of a call is waited for when it is to count as an answer, in milliseconds. */
const FILED_WITHIN_MS = 4_000;

/**
 * Writes a call into the ledger; it is filed from there like everything else. Only where an agent says so does it count
 * as an answer. Throws `no_phone_line`, `which_line`, `not_a_number`, `number_of_another`, `not_yet`, `needs_a_human`,
 * `nobody_spoke`, `no_such_…`.
 */
export async function logCall(
  deps: CallDeps,
  who: Who,
  input: CallInput,
  now: Date,
): Promise<{ readonly inboxId: InboxId; readonly isMarked: boolean }> {
  const { db, receiver } = deps;
  const { workspaceId } = who;
  refuseUnlikelyAnswer(who, input);
  const at = input.at === undefined ? now : new Date(input.at);
  if (at.getTime() > now.getTime() + AHEAD_MS)
    throw new CareError('invalid', 'not_yet', 'A call can be logged when it is over, not before.');
  const line = await lineFor(deps, who, input.inboxId);
  requireRightOn(who, line.id, 'answer');
  if (input.conversationId) await requireRight(db.read, who, 'conversation', [input.conversationId], 'answer');
  const person = await personOf(db, who, line.channel, input, now);
  const agent = who.agentId ? (await readAgent(db.read, workspaceId, who.agentId))?.name : undefined;
  const { direction, outcome, seconds, note, recordingUrl } = input;
  const entry = {
    type: 'call',
    id: input.id,
    person,
    direction,
    outcome,
    ...(seconds === undefined ? {} : { seconds }),
    ...(note ? { note } : {}),
    ...(recordingUrl ? { recording_url: recordingUrl } : {}),
    ...(agent ? { agent } : {}),
    at: at.toISOString(),
  };
  const body = Buffer.from(JSON.stringify(entry));
  await receiver.receive(workspaceId, [
    { family: line.channel, inboxId: line.id, source: 'desk', headers: {}, body, receivedAt: now },
  ]);
  const isMarked = input.isAnswer ? await markAnswered(db, who, line.id, input, now) : false;
  return { inboxId: line.id, isMarked };
}

function refuseUnlikelyAnswer({ agentId }: Who, { isAnswer, outcome }: CallInput): void {
  if (!isAnswer) return;
  if (agentId === null)
    throw new CareError('forbidden', 'needs_a_human', 'Only an agent can say that a call answered somebody.');
  if (outcome !== 'answered')
    throw new CareError('invalid', 'nobody_spoke', 'A call that nobody took has answered nobody.');
}

async function lineFor({ db, channels }: CallDeps, who: Who, wanted: string | undefined) {
  const lines = (await listInboxes(db.read, who.workspaceId)).filter(({ channel }) => channels.includes(channel));
  const [only] = lines;
  if (!only)
    throw new CareError(
      'conflict',
      'no_phone_line',
      'There is no telephone line yet. An admin can add one: Inboxes, Connect an inbox, Phone.',
    );
  if (wanted === undefined) {
    if (lines.length > 1)
      throw new CareError('invalid', 'which_line', 'There are several telephone lines: say which one (inboxId).');
    return only;
  }
  const line = lines.find(({ id }) => id === wanted);
  if (!line) throw noSuch('inbox');
  return line;
}

/** The person as the ledger names them. Somebody who is known gets the number, so that the call is filed as theirs. */
async function personOf(db: Database, who: Who, channel: string, input: CallInput, now: Date) {
  const number = input.number === undefined || input.number === '' ? null : readNumber(input.number);
  if (input.number && number === null)
    throw new CareError('invalid', 'not_a_number', 'This is no telephone number. Write it as +46 70 123 45 67.', {
      field: 'number',
    });
  const name = input.name ? { name: input.name } : {};
  if (!input.contactId) return { id: number, ...name, number };
  const contactId = input.contactId as ContactId;
  await requireRight(db.read, who, 'contact', [contactId], 'answer');
  const known = number ?? (await nameOnChannel(db.read, who.workspaceId, contactId, channel));
  const externalId = known ?? `contact:${contactId}`;
  return db.transaction(async (tx) => {
    const contact = await lockContact(tx, who.workspaceId, contactId);
    if (!contact) throw noSuch('contact');
    const owner = await addIdentity(tx, who.workspaceId, { contactId, channel, externalId, handle: number }, now);
    if (owner !== contactId)
      throw new CareError(
        'conflict',
        'number_of_another',
        'This number is known as somebody else’s. Log the call without a person, or leave the number out.',
        { field: 'number' },
      );
    return { id: externalId, ...(number ? { number } : {}) };
  });
}

/** The talk it was about, and the call's own as soon as it is filed. */
async function markAnswered(db: Database, who: Who, inboxId: InboxId, input: CallInput, now: Date): Promise<boolean> {
  const mark = (conversationId: ConversationId) =>
    setAttention(db, who, { conversationId, attention: 'answered' }, now);
  if (input.conversationId) await mark(input.conversationId as ConversationId);
  for (let waited = 0; waited < FILED_WITHIN_MS; waited += 100) {
    const own = await conversationOfMessage(db.read, who.workspaceId, inboxId, input.id);
    if (own) {
      if (own !== input.conversationId) await mark(own);
      return true;
    }
    await pause(100);
  }
  return input.conversationId !== undefined;
}
