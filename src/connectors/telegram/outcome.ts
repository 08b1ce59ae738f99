import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import type { ApiAnswer } from './api.ts';

export type Failure = Exclude<ApiAnswer, { kind: 'ok' }>;

const SLOW_DOWN_MS = 5_000;
const COME_AGAIN_MS = 15_000;

export const TOO_OLD_TO_DELETE = 'Telegram lets a bot delete its messages for 48 hours only.';
const NEEDS_LOGIN =
  'Telegram does not accept the token of this bot any more. Ask @BotFather for a new one and enter it in the settings of the inbox.';

/**
 * Telegram changes the words of its refusals; each line goes by a few that stay. The first that fits counts.
 * Source: the sheet of the Bot API 10.1 and its errors as seen, read 2026-11.
 */
const REASONS: readonly (readonly [words: RegExp, reason: RefusalReason, detail: string | null])[] = [
  [/blocked by the user/i, 'person_unavailable', 'This person has blocked the bot. They have to start it again.'],
  [/user is deactivated/i, 'person_unavailable', 'This person has deleted their Telegram account.'],
  [
    /can't initiate conversation/i,
    'person_unavailable',
    'A bot cannot write first on Telegram: the person has to press Start.',
  ],
  [
    /BUSINESS_PEER_(INVALID|USAGE_MISSING)/i,
    'window_closed',
    'From a business account the bot may answer only within 24 hours of the last message.',
  ],
  [
    /BUSINESS_CONNECTION_NOT_ALLOWED/i,
    'not_allowed',
    'The business account lets the bot read and not answer. Answering is allowed in Telegram under Settings, Business, Chatbots.',
  ],
  [
    /BUSINESS_CONNECTION_INVALID|business connection/i,
    'not_allowed',
    'The business account has disconnected the bot. It is connected again in Telegram under Settings, Business, Chatbots.',
  ],
  [/bot was kicked|not a member/i, 'not_allowed', 'The bot is not in this group any more.'],
  [/chat not found/i, 'gone', 'Telegram does not know this chat any more.'],
  [
    /message to (be replied|reply|edit|react|delete).*not found|MESSAGE_ID_INVALID/i,
    'gone',
    'The message is not there any more.',
  ],
  [/message is too long|caption is too long|MEDIA_CAPTION_TOO_LONG/i, 'too_long', 'The text is too long for Telegram.'],
  [/can't be deleted/i, 'not_allowed', TOO_OLD_TO_DELETE],
  [/can't be edited/i, 'not_allowed', null],
  [/file is too big|request entity too large|wrong (file|type)|PHOTO_|IMAGE_|VIDEO_|MEDIA_/i, 'bad_attachment', null],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i,
    'not_allowed',
    'The bot may not write in this group. Its rights are set by an administrator of the group.',
  ],
];

function judge({ code, description }: Failure & { kind: 'refused' }): Refusal {
  if (code === 401 || code === 404) return refused('needs_login', NEEDS_LOGIN);
  const known = REASONS.find(([words]) => words.test(description));
  if (known) return refused(known[1], known[2] ?? `Telegram: ${description}`);
  if (code === 413) return refused('bad_attachment', 'The file is too big for Telegram.');
  return refused(code === 403 ? 'not_allowed' : 'other', `Telegram: ${description || `error ${code}`}`);
}

/**
 * Of a call that makes something.
 *
 * @param isHarmlessTwice doing it again changes nothing, so a lost answer is no doubt but a reason to try again
 */
export function outcomeOf(failure: Failure, isHarmlessTwice: boolean): Exclude<SendOutcome, { kind: 'accepted' }> {
  const doubt = (detail: string) =>
    isHarmlessTwice
      ? ({ kind: 'try_later', afterMs: COME_AGAIN_MS, detail } as const)
      : ({ kind: 'unknown', detail } as const);
  if (failure.kind === 'lost')
    return failure.isSent
      ? doubt(failure.detail)
      : { kind: 'try_later', afterMs: COME_AGAIN_MS, detail: failure.detail };
  if (failure.code === 429)
    return { kind: 'try_later', afterMs: failure.afterMs ?? SLOW_DOWN_MS, detail: 'Telegram asks to slow down.' };
  if (failure.code >= 500) return doubt(`Telegram has trouble of its own (${failure.code}).`);
  return judge(failure);
}

/** Of a call that reads. */
export function troubleOf(failure: Failure): Trouble {
  if (failure.kind === 'lost') return new Trouble('unavailable', failure.detail);
  if (failure.code === 429)
    return new Trouble('limited', 'Telegram asks to slow down.', failure.afterMs ?? SLOW_DOWN_MS);
  if (failure.code === 401 || failure.code === 404) return new Trouble('needs_login', NEEDS_LOGIN);
  if (failure.code === 409)
    return new Trouble(
      'misconfigured',
      /webhook/i.test(failure.description)
        ? 'Telegram brings the messages of this bot to an address (a webhook), so they cannot be asked for. Test and save the inbox again.'
        : 'Another program asks for the messages of this bot. Stop it, or make a new token with @BotFather.',
    );
  return new Trouble('unavailable', `Telegram: ${failure.description || `error ${failure.code}`}`);
}
