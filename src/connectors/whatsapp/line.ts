import { z } from 'zod';
import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId, Json } from '../../core/ids.ts';
import { id, lenient, text } from '../shared/shapes.ts';

/** A person's line with one of our numbers. */
export interface Line {
  readonly account: ExternalAccountId;
  readonly person: Person;
  readonly thread: ThreadRef;
}

/** How a person can be written to: by phone number, by the id that only our business knows them by, or both. */
export interface Reachable {
  readonly phone?: string | undefined;
  readonly userId?: string | undefined;
}

const Contact = z.object({
  wa_id: lenient(id),
  user_id: lenient(id),
  profile: lenient(z.object({ name: lenient(text), username: lenient(text) })),
});
export type Contact = z.infer<typeof Contact>;
export const contactsOf = (raw: readonly unknown[] | undefined): readonly Contact[] =>
  (raw ?? []).flatMap((one) => Contact.safeParse(one).data ?? []);

/** `46701112233`, with or without a plus. */
const PHONE = /^\+?\d{5,20}$/;
/** `SE.4f0c9a7712e84b1d`, or `SE.ENT.1181…` for a group of businesses. Source: Meta, "Business-scoped user IDs"; read 2026-11. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** What an id of ours says about how to reach somebody; null when it is neither form. */
export function reachableBy(value: string): Reachable | null {
  if (PHONE.test(value)) return { phone: value.replace('+', '') };
  return USER_ID.test(value) ? { userId: value } : null;
}

/**
 * People are known by their business-scoped id, which is always there since April 2026, while the phone number is
 * hidden by those who have a username and is written in two ways in Brazil, Argentina and Mexico. Only where Meta
 * leaves the id out it is the number. Null when nobody is named.
 */
export function lineOf(
  account: string,
  named: { readonly from?: string | undefined; readonly userId?: string | undefined },
  contacts: readonly Contact[],
): Line | null {
  // Some fields that were made for phone numbers hold the other id for people who hide theirs.
  const from = named.from === undefined ? {} : (reachableBy(named.from) ?? {});
  const contact = contactFor(contacts, from.phone, named.userId ?? from.userId);
  const userId = named.userId ?? from.userId ?? contact?.user_id;
  const phone = from.phone ?? (contact?.wa_id && PHONE.test(contact.wa_id) ? contact.wa_id : undefined);
  // Whatever else they are called by, what they say is not lost; only an answer cannot be sent there.
  const key = userId ?? phone ?? named.from ?? contact?.wa_id;
  if (key === undefined) return null;
  const handle = contact?.profile?.username ?? (phone ? `+${phone}` : undefined);
  const person: Person = {
    id: key as ExternalIdentityId,
    scope: '',
    ...(contact?.profile?.name ? { name: contact.profile.name } : {}),
    ...(handle ? { handle } : {}),
  };
  const remote: Json = { ...(phone ? { phone } : {}), ...(userId ? { userId } : {}) };
  return {
    account: account as ExternalAccountId,
    person,
    thread: { id: key as ExternalThreadId, kind: 'direct', reach: 'owned_private', counterpart: person, remote },
  };
}

function contactFor(
  contacts: readonly Contact[],
  phone: string | undefined,
  userId: string | undefined,
): Contact | undefined {
  const named = contacts.find(
    (one) => (userId !== undefined && one.user_id === userId) || (phone !== undefined && one.wa_id === phone),
  );
  if (named) return named;
  const [only, ...others] = contacts;
  return only && others.length === 0 && mayBe(only, phone, userId) ? only : undefined;
}

/** Whether nothing speaks against it: what is known on both sides agrees. */
function mayBe(
  { wa_id: number, user_id: id }: Contact,
  phone: string | undefined,
  userId: string | undefined,
): boolean {
  if (id !== undefined && userId !== undefined) return false;
  return number === undefined || phone === undefined || isSameNumber(number, phone);
}

/** Brazil, Argentina and Mexico write a number with or without a digit behind the country. */
export const isSameNumber = (one: string, other: string) =>
  one.slice(0, 2) === other.slice(0, 2) && one.slice(-8) === other.slice(-8);
