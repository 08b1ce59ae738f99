import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { Person } from '../../core/channel/event.ts';
import { refused } from '../shared/refused.ts';
import { answerOf } from './answer.ts';
import { type Api, type ApiOptions, openApi } from './api.ts';
import { capabilities, DELETE_MS } from './capabilities.ts';
import { checkBot } from './check.ts';
import { connectBot } from './connect.ts';
import { botIdOf, credentialForm, type TelegramCredentials } from './credentials.ts';
import { readMedia } from './media.ts';
import { TOO_OLD_TO_DELETE, troubleOf } from './outcome.ts';
import { parse } from './parse.ts';
import { personOf } from './place.ts';
import { NO_BUSINESS_REACTION, sendAct } from './send.ts';
import { isFromTelegram } from './signature.ts';
import { createSource } from './source.ts';
import { standingOf } from './target.ts';
import { Chat } from './update.ts';

export interface TelegramOptions extends ApiOptions {
  /** Decides whether a business account may still answer; the machine's clock when absent. */
  readonly now?: () => Date;
}

/** A bot: its private chats, its groups, the comments of channels, and the chats of business accounts that use it. */
export function createTelegram(options: TelegramOptions = {}): Connector<TelegramCredentials> {
  const api = openApi(options);
  const now = options.now ?? (() => new Date());
  return {
    channel: 'telegram',
    name: 'Telegram',
    mark: 'Tg',
    capabilities,
    proof: {
      kind: 'vendor_sdk',
      by: 'grammy 1.46 as a caller of the simulator and as a reader of its webhooks.',
    },
    credentials: credentialForm,
    settings: ({ receive }) => ({ receive }),
    check: (credentials, callbackUrl) => checkBot(api, credentials, now(), callbackUrl),
    parse,
    async send(act, credentials, account) {
      if (botIdOf(credentials) !== account)
        return refused('needs_login', 'The token of this inbox belongs to another bot.');
      return sendAct(api, credentials.botToken, act, now());
    },
    allows: (asked) => allows(asked, now()),
    media: (id, { botToken }) => readMedia(api, botToken, id),
    webhook: {
      family: 'telegram',
      isAuthentic: isFromTelegram,
      isOneAccount: true,
      isSetByUs: true,
      answer: answerOf,
    },
    source: createSource(api, now),
    lookups: { person: (id, { botToken }) => findPerson(api, botToken, id) },
    connect: (credentials, _account, callbackUrl) => connectBot(api, credentials, callbackUrl),
  };
}

function allows({ kind, target }: AskedFor, now: Date): Allowance {
  if (!target) return ALLOWED;
  const standing = standingOf(target);
  if (kind !== 'reply' && !standing) return { isAllowed: false, why: 'This is no message of Telegram.' };
  if ((kind === 'like' || kind === 'unlike') && standing?.spot.connection !== undefined)
    return { isAllowed: false, why: NO_BUSINESS_REACTION };
  const isOld = now.getTime() - target.sentAt.getTime() > DELETE_MS;
  if (kind === 'delete' && isOld && standing?.spot.connection === undefined)
    return { isAllowed: false, why: TOO_OLD_TO_DELETE };
  return ALLOWED;
}

async function findPerson(api: Api, token: string, id: string): Promise<Person | null> {
  const answer = await api.call(token, 'getChat', { chat_id: Number(id) });
  if (answer.kind === 'refused' && (answer.code === 400 || answer.code === 403)) return null;
  if (answer.kind !== 'ok') throw troubleOf(answer);
  const chat = Chat.safeParse(answer.result).data;
  return chat ? personOf(chat) : null;
}
