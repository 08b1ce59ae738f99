import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { Api } from './api.ts';
import type { TelegramCredentials } from './credentials.ts';
import type { Failure } from './outcome.ts';
import { User } from './update.ts';
import { readWebhook } from './webhook-info.ts';

const Me = z.object({
  ...User.shape,
  can_read_all_group_messages: z.boolean().optional().catch(undefined),
});

export async function checkBot(
  api: Api,
  credentials: TelegramCredentials,
  now: Date,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const answer = await api.call(credentials.botToken, 'getMe');
  if (answer.kind !== 'ok') return whatIsWrong(answer);
  const me = Me.safeParse(answer.result).data;
  if (!me)
    return {
      ok: false,
      problem: 'Telegram answered, but not as it does for a bot.',
      todo: 'Check that the token is that of a bot from @BotFather.',
      field: 'botToken',
    };
  return {
    ok: true,
    account: {
      id: me.id as ExternalAccountId,
      name: me.first_name || me.username || 'Telegram bot',
      ...(me.username ? { handle: me.username } : {}),
    },
    warnings: [
      ...(await webhookWarnings(api, credentials, now, callbackUrl)),
      ...(me.can_read_all_group_messages
        ? [
            'This bot hears everything that is said in its groups. To hear only what is meant for it, write /setprivacy to @BotFather.',
          ]
        : []),
    ],
  };
}

async function webhookWarnings(
  api: Api,
  { botToken, receive }: TelegramCredentials,
  now: Date,
  callbackUrl: string | undefined,
): Promise<string[]> {
  const info = await readWebhook(api, botToken, callbackUrl);
  if ('kind' in info || info.url === '') return [];
  const { host } = info;
  if (receive === 'poll')
    return [
      `Telegram brings this bot's messages to ${host}. That ends when the inbox is saved: this desk will ask for them.`,
    ];
  if (info.isElsewhere)
    return [`Telegram brings this bot's messages to ${host}, not here. That ends when the inbox is saved.`];
  return info.trouble(now) === null ? [] : [`Telegram could not deliver to ${host}: ${info.trouble(now)}`];
}

function whatIsWrong(failure: Failure): AccountCheck {
  if (failure.kind === 'lost')
    return {
      ok: false,
      problem: failure.detail,
      todo: 'Look whether this machine may reach api.telegram.org, then test again.',
    };
  const { code, description } = failure;
  if (code === 401 || code === 404)
    return {
      ok: false,
      problem: 'Telegram does not know this token, or it was revoked.',
      todo: 'Write /mybots to @BotFather, choose the bot and API Token, and enter what it shows.',
      field: 'botToken',
    };
  if (code === 429)
    return { ok: false, problem: 'Telegram asks to slow down.', todo: 'Wait a minute, then test again.' };
  return {
    ok: false,
    problem: `Telegram refused: ${description || `error ${code}`}.`,
    todo: 'Test again in some minutes.',
  };
}
