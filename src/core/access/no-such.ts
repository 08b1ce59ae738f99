import { CareError } from '../errors.ts';
import { RIGHT_WORDS, type Right } from './inbox-rights.ts';

/** What a right can be asked for: it lies in an inbox, or in several. */
export type Thing = 'conversation' | 'message' | 'inbox' | 'contact' | 'media' | 'outgoing';

const WORDS: Readonly<Record<Thing, readonly [code: string, message: string]>> = {
  conversation: ['no_such_conversation', 'This conversation is not here (any more).'],
  message: ['no_such_message', 'This message is not here (any more).'],
  inbox: ['no_such_inbox', 'There is no such inbox.'],
  contact: ['no_such_contact', 'This person is not here (any more).'],
  media: ['no_such_media', 'There is no such file.'],
  outgoing: ['no_such_act', 'There is no such act.'],
};

/** The same for what does not exist and for what is not there for whoever asks: the answer tells nothing of it. */
export function noSuch(a: Thing): CareError {
  return new CareError('not_found', ...WORDS[a]);
}

/** They see it, and may not do this with it. */
export function notAllowedHere(right: Right): CareError {
  return new CareError(
    'forbidden',
    'not_allowed_here',
    `You may not ${RIGHT_WORDS[right]}. An owner or an admin can change it.`,
    { right },
  );
}
