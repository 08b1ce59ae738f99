import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalThreadId } from '../../core/ids.ts';

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
