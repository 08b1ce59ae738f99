import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { idsIn, messageIdOf, standInId, tagIn, tokenInSubject } from './ids.ts';
import { BOUNDS, type Mail } from './mail.ts';

export interface Place {
  readonly id: ExternalMessageId;
  readonly thread: ExternalThreadId;
  /** Known messages that decide the thread before `thread` does, nearest first. */
  readonly belongsWith: readonly ExternalMessageId[];
  /** Oldest first, as they stand in the mail. */
  readonly references: readonly ExternalMessageId[];
}

/** Where a mail stands among others, by its headers; by a tagged address or a token where a mail program lost those. Never by its subject's words. */
export function placeOf(mail: Mail, own: string): Place {
  const from = mail.mailboxes('from')[0]?.address ?? '';
  const id = idsIn(mail.header('message-id'))[0] ?? standInId(from, mail.header('date'), mail.subject, mail.sizeBytes);
  const all = idsIn(mail.headers('references').join(' ')).filter((one) => one !== id);
  const references = all.length <= BOUNDS.references ? all : [...all.slice(0, 1), ...all.slice(1 - BOUNDS.references)];
  const answered = idsIn(mail.header('in-reply-to'))
    .filter((one) => one !== id)
    .slice(0, 3);
  const belongsWith = [...new Set([...answered, ...references.toReversed(), ...lostThreads(mail, own)])];
  const root = references[0] ?? answered[0] ?? belongsWith[0] ?? id;
  return {
    id,
    thread: String(root) as ExternalThreadId,
    belongsWith,
    references: references.length > 0 ? references : answered,
  };
}

function lostThreads(mail: Mail, own: string): ExternalMessageId[] {
  const found = ['delivered-to', 'x-original-to', 'to', 'cc']
    .flatMap((name) => mail.headers(name))
    .flatMap((value) => value.slice(0, 5_000).split(/[,\s<>"]+/))
    .map((candidate) => tagIn(candidate, own)?.outgoingId);
  return [...found, tokenInSubject(mail.subject)]
    .filter((one) => typeof one === 'string')
    .map((one) => messageIdOf(one, own));
}
