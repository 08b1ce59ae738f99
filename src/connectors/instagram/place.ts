import { z } from 'zod';
import { directThread, type Place } from '../meta/line-place.ts';
import type { Element } from './element.ts';
import { accountOf, personOf } from './person.ts';

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
