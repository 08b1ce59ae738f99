import type { ConnectResult } from '../../core/channel/connector.ts';
import type { Api } from './api.ts';
import { type TelegramCredentials, webhookSecret } from './credentials.ts';
import { ALLOWED_UPDATES } from './update.ts';

/** Telegram calls these ports only. Source: Bot API, `setWebhook`; read 2026-11. */
const PORTS = new Set(['', '443', '80', '88', '8443']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Tells Telegram where to bring what happens, or that it shall wait to be asked. */
export async function connectBot(
  api: Api,
  credentials: TelegramCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const isPolled = credentials.receive === 'poll';
  const problem = isPolled ? null : addressProblem(callbackUrl);
  if (problem)
    return {
      ok: false,
      problem,
      todo: 'Set the public https address of this desk, or choose "This desk asks Telegram" in the settings of the inbox.',
    };
  const answer = isPolled
    ? await api.call(credentials.botToken, 'deleteWebhook', { drop_pending_updates: false })
    : await api.call(credentials.botToken, 'setWebhook', {
        url: callbackUrl,
        secret_token: webhookSecret(credentials),
        allowed_updates: ALLOWED_UPDATES,
        max_connections: 40,
        drop_pending_updates: false,
      });
  if (answer.kind === 'ok')
    return {
      ok: true,
      detail: isPolled ? 'This desk asks Telegram every two seconds.' : 'Telegram calls this desk.',
    };
  const words = answer.kind === 'lost' ? answer.detail : answer.description || `error ${answer.code}`;
  return {
    ok: false,
    problem: `Telegram did not take the address of this desk: ${words}`,
    todo: 'Look whether the address can be reached from outside by https, then test the inbox again.',
  };
}

/** A machine of its own may be called by a server of the Bot API that runs beside it. */
function addressProblem(callbackUrl: string): string | null {
  const url = URL.parse(callbackUrl);
  if (url && LOOPBACK.has(url.hostname)) return null;
  if (url?.protocol !== 'https:') return 'Telegram calls only https addresses.';
  return PORTS.has(url.port) ? null : `Telegram calls only the ports 443, 80, 88 and 8443, not ${url.port}.`;
}
