import { z } from 'zod';
import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalThreadId } from '../../core/ids.ts';
import type { Element } from './element.ts';
import { accountOf, personOf } from './person.ts';

/** Whose private line an element is about: a person has one with an account, named by the person's id. */
export interface Place {
  readonly account: ExternalAccountId;
  readonly person: Person;
  readonly thread: ThreadRef;
  readonly at: Date;
  /** Written by the account itself. */
  readonly isOurs: boolean;
}

export const directThread = (person: Person): ThreadRef => ({
  id: String(person.id) as ExternalThreadId,
  kind: 'direct',
  reach: 'owned_private',
  counterpart: person,
});

const Echo = z.object({ is_echo: z.literal(true) });

/** Null when no person is named, or the account writes to itself. */
export function placeOf(
  { sender, recipient, timestamp, message }: Element,
  account: string,
  otherwise: Date,
): Place | null {
  const isOurs = sender?.id === account || Echo.safeParse(message).success;
  const other = isOurs ? recipient : sender;
  if (other === undefined || other.id === account) return null;
  const person = personOf(other.id, other.username, account);
  return {
    account: accountOf(account),
    person,
    thread: directThread(person),
    at: timestamp ?? otherwise,
    isOurs,
  };
}
