import type { RawWebhook } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import { type TelegramCredentials, webhookSecret } from './credentials.ts';

/**
 * Telegram signs no body: it sends the secret that `setWebhook` was given. Source: Bot API 10.1, `setWebhook`,
 * `X-Telegram-Bot-Api-Secret-Token`; read 2026-11.
 */
export function isFromTelegram({ headers }: RawWebhook, credentials: TelegramCredentials): boolean {
  const given = headerOf(headers, 'x-telegram-bot-api-secret-token');
  return given !== undefined && isEqual(given, webhookSecret(credentials));
}
