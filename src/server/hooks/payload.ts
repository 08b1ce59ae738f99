import { HOOK_EVENTS, TEST_EVENT } from '../../core/hooks/events.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../../storage/database.ts';
import {
  readToldConversation,
  readToldMessage,
  type ToldConversation,
  type ToldMessage,
} from '../../storage/hooks/payload.ts';
import type { DueDelivery } from '../../storage/hooks/turn.ts';
import { HookPayload } from '../../wire/hooks.ts';

interface Setting {
  readonly workspaceId: WorkspaceId;
  readonly slug: string;
  /** Where people open the desk. */
  readonly url: string;
}

/**
 * What an address is told of a moment, read when it is first sent. Null: what it tells of is not here any more, as after
 * a fresh start of practice.
 */
export async function payloadOf(db: Reader, setting: Setting, due: DueDelivery): Promise<HookPayload | null> {
  const data = await dataOf(db, setting, due);
  return (
    HookPayload.safeParse({ id: due.id, type: due.event, at: due.at.toISOString(), workspace: setting.slug, data })
      .data ?? null
  );
}

async function dataOf(db: Reader, { workspaceId, url }: Setting, due: DueDelivery): Promise<unknown> {
  const { event, about, conversationId, messageId } = due;
  if (event === TEST_EVENT) return { message: `This is a test from ${url}. There are ${HOOK_EVENTS.length} events.` };
  if (event.startsWith('inbox.')) return about;
  const conversation = conversationId && (await readToldConversation(db, workspaceId, conversationId));
  const message = messageId && (await readToldMessage(db, workspaceId, messageId));
  return {
    ...(conversation ? { conversation: showConversation(conversation, url) } : {}),
    ...(message ? { message: showMessage(message) } : {}),
    moment: about,
  };
}

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

function showConversation(row: ToldConversation, url: string) {
  const { inboxId, inboxName, channel, contactId, contactName, handle, assigneeId, assigneeName, ...rest } = row;
  return {
    ...rest,
    url: `${url}/desk/${row.id}`,
    inbox: { id: inboxId, name: inboxName, channel },
    person: { id: contactId, name: contactName, handle },
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : null,
    waitingSince: time(row.waitingSince),
    createdAt: row.createdAt.toISOString(),
  };
}

function showMessage({ files, authorName, agentId, ...row }: ToldMessage) {
  return {
    ...row,
    attachments: files,
    author: { name: authorName, agentId },
    sentAt: row.sentAt.toISOString(),
    editedAt: time(row.editedAt),
    deletedAt: time(row.deletedAt),
  };
}
