import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';

export interface TelegramCredentials {
  readonly botToken: string;
  /** Who begins: Telegram calls our public address, or we ask Telegram. */
  readonly receive: 'webhook' | 'poll';
}

const fields: readonly CredentialField[] = [
  {
    name: 'botToken',
    label: 'Bot token',
    help: 'Telegram: write /newbot to @BotFather (or /mybots, the bot, API Token). It looks like 123456789:AAH…',
    kind: 'secret',
    placeholder: '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  },
  {
    name: 'receive',
    label: 'How messages come in',
    help: 'Telegram calls this desk when it has a public https address. Where it has none, the desk asks Telegram every two seconds.',
    kind: 'choice',
    choices: [
      { value: 'webhook', label: 'Telegram calls this desk' },
      { value: 'poll', label: 'This desk asks Telegram' },
    ],
    initial: 'webhook',
  },
];

const Form = z.object({
  botToken: z
    .string()
    .trim()
    .regex(
      /^\d{3,20}:[A-Za-z0-9_-]{20,100}$/,
      'Give the whole token as @BotFather shows it: digits, a colon, and letters.',
    ),
  receive: z
    .enum(['', 'webhook', 'poll'], 'Choose how messages come in: by "webhook" or by "poll".')
    .default('webhook')
    .transform((value) => (value === '' ? 'webhook' : value)),
});

export const credentialForm: CredentialForm<TelegramCredentials> = formOf(fields, Form);

/** A token begins with the bot's own id. */
export const botIdOf = ({ botToken }: TelegramCredentials): string => botToken.slice(0, botToken.indexOf(':'));

/**
 * What Telegram sends along with each call, so that we know that it is Telegram. Made from the token: nobody has to
 * invent one, and a new token changes it.
 */
export const webhookSecret = ({ botToken }: TelegramCredentials): string =>
  createHmac('sha256', botToken).update('earshot webhook').digest('hex');
