import type { RefusalReason } from '../../core/channel/outgoing.ts';
import type { GraphError } from '../meta/graph.ts';

/**
 * What an error means for us. `busy`: Meta did not begin; `transient`: nobody knows how far it came; `limited`: too much
 * in too little time; `pair_limited`: too much to one person.
 */
export type Meaning = RefusalReason | 'busy' | 'transient' | 'limited' | 'pair_limited';

interface Row {
  readonly means: Meaning;
  readonly words: string;
  readonly waitMs?: number;
}

const MINUTE_MS = 60_000;
const row = (means: Meaning, words: string, waitMs?: number): Row => ({
  means,
  words,
  ...(waitMs === undefined ? {} : { waitMs }),
});
const NEW_TOKEN = 'Make a new token of the system user and fill it in.';

/**
 * By code alone: Meta discourages from deciding by subcodes or titles, and its own words are shown beside ours.
 * Source: Meta, Cloud API "Error codes"; read 2026-11.
 */
const ROWS: Readonly<Record<number, Row>> = {
  0: row('needs_login', `Meta does not know who is asking. ${NEW_TOKEN}`),
  1: row('transient', 'Meta had a fault of its own.'),
  2: row('transient', 'Meta is down just now.'),
  3: row('not_allowed', 'The app lacks a capability that this needs. An admin must add it in the app dashboard.'),
  4: row('limited', 'The app has made too many calls.', 10 * MINUTE_MS),
  10: row('not_allowed', 'The app may not do this: a permission is missing.'),
  100: row('other', 'WhatsApp did not understand the request.'),
  102: row('needs_login', `The session with Meta has ended. ${NEW_TOKEN}`),
  190: row('needs_login', `Meta no longer accepts the token. ${NEW_TOKEN}`),
  368: row('blocked', 'Meta has blocked this number for a while because of its rules. Look at WhatsApp Manager.'),
  80007: row('limited', 'The WhatsApp Business account has made too many calls.', 5 * MINUTE_MS),
  80008: row('limited', 'The WhatsApp Business account has made too many calls.', 5 * MINUTE_MS),
  130429: row('limited', 'The number sends more messages than WhatsApp takes at once.', 5_000),
  130472: row(
    'person_unavailable',
    'WhatsApp leaves this person without marketing messages for an experiment of its own.',
  ),
  130497: row('not_allowed', 'WhatsApp does not let this business write to people in that country.'),
  131000: row('transient', 'Something went wrong at WhatsApp.'),
  131005: row('not_allowed', 'The token may not do this: a permission is missing, or the number belongs to others.'),
  131008: row('other', 'WhatsApp misses something in the request.'),
  131009: row('other', 'WhatsApp does not take a value in the request.'),
  131016: row('busy', 'WhatsApp is overloaded just now.', 30_000),
  131021: row('not_allowed', 'This is our own number: nobody can write to themselves here.'),
  131026: row(
    'person_unavailable',
    'It cannot be delivered: the person has no WhatsApp there, an old version of it, or has not agreed to its terms.',
  ),
  131030: row(
    'not_allowed',
    'The app is not live yet, and the person is not on its list of test numbers. Add them, or set the app live.',
  ),
  131031: row('blocked', 'Meta has locked this WhatsApp Business account. Look at WhatsApp Manager.'),
  131037: row('not_allowed', 'The name of this number is not approved yet, so it may not write.'),
  131042: row(
    'blocked',
    'WhatsApp has a problem with the payment method of the account. Look at the billing settings.',
  ),
  131045: row('not_allowed', 'The number is not registered with the Cloud API yet.'),
  131047: row(
    'window_closed',
    'The person last wrote more than 24 hours ago. An approved template can still be sent; anything else only after they write again.',
  ),
  131048: row(
    'blocked',
    'WhatsApp limits this number because people blocked it or reported it. Stop sending for a while.',
  ),
  131049: row(
    'person_unavailable',
    'WhatsApp held it back, because this person gets many marketing messages. Do not try again before tomorrow.',
  ),
  131050: row('person_unavailable', 'This person does not want marketing messages from you any more.'),
  131051: row('bad_attachment', 'WhatsApp does not take a message of this kind.'),
  131052: row('bad_attachment', 'WhatsApp could not fetch the file.'),
  131053: row('bad_attachment', 'WhatsApp could not use the file: its type, size or inside is not as it should be.'),
  131056: row('pair_limited', 'This person was sent many messages in a short time.'),
  131057: row('busy', 'WhatsApp is under maintenance for this account.', 5 * MINUTE_MS),
  131060: row('gone', 'WhatsApp does not have this message any more.'),
  131062: row('not_allowed', 'This kind of message needs the phone number of the person, and WhatsApp hides it.'),
  132000: row('other', 'The template has another number of values than were filled in.'),
  132001: row('other', 'This template does not exist in this language, or is not approved.'),
  132005: row('too_long', 'The template gets too long with these values.'),
  132007: row('not_allowed', 'The template breaks a rule of WhatsApp.'),
  132012: row('other', 'A value of the template is not of the kind that it wants.'),
  132015: row('not_allowed', 'The template is paused because people did not like it. Choose another one.'),
  132016: row('not_allowed', 'The template was paused too often and is switched off. Choose another one.'),
  132018: row('other', 'A value of the template has a line break, a tab or many spaces in it.'),
  133010: row('not_allowed', 'The number is not registered with the Cloud API. Register it with its PIN.'),
  133016: row('limited', 'The number was registered too often.', 60 * MINUTE_MS),
};

export interface Verdict {
  readonly means: Meaning;
  /** A sentence for people, with Meta's own words. */
  readonly detail: string;
  readonly waitMs: number;
}

export function judge(error: GraphError): Verdict {
  const known = Object.hasOwn(ROWS, error.code) ? ROWS[error.code] : undefined;
  const { means, words, waitMs = MINUTE_MS } = known ?? familyOf(error.code);
  const said = (error.details ?? error.message).slice(0, 300).trim();
  return {
    means,
    detail: `${words}${said ? ` Meta says: ${said}` : ''} (${error.code})`,
    waitMs: error.waitMs ?? waitMs,
  };
}

function familyOf(code: number): Row {
  if (code >= 200 && code <= 299)
    return row('not_allowed', 'The token has no permission for this. It needs whatsapp_business_messaging.');
  return row('other', 'WhatsApp refused.');
}
