import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import { formOf } from '../shared/form.ts';

/** One bot. */
export interface ViberCredentials {
  readonly authToken: string;
  /** Shown above each message; at most 28 characters. */
  readonly senderName: string;
  /** Said to whoever opens the chat for the first time; empty: nothing is said. */
  readonly welcome: string;
}

const schema = z.object({
  authToken: z
    .string()
    .trim()
    .min(1, 'The token is missing.')
    .max(500)
    .regex(/^\S*$/, 'The token has a space or a line break in it: copy it again.'),
  senderName: z
    .string()
    .trim()
    .min(1, 'Fill in the name that people see.')
    .max(28, 'Viber shows at most 28 characters of the name.'),
  welcome: z.string().trim().max(7_000, 'The welcome is too long: Viber takes 7,000 characters.').default(''),
});

export const viberCredentials = formOf<ViberCredentials>(
  [
    {
      name: 'authToken',
      label: 'Token of the bot',
      kind: 'secret',
      placeholder: '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9',
      help: 'In Viber, as its administrator: open the bot, Edit info, "Your app key". Also on partners.viber.com.',
    },
    {
      name: 'senderName',
      label: 'Name on messages',
      kind: 'text',
      placeholder: 'Lindqvist Outdoor',
      help: 'Who the messages are from, as people see it in the chat: at most 28 characters.',
    },
    {
      name: 'welcome',
      label: 'Welcome',
      kind: 'text',
      optional: true,
      placeholder: 'Hello! Write to us here.',
      help: 'Said once to whoever opens the chat without having written before. Leave it empty to say nothing.',
    },
  ],
  schema,
);

/** What of it is no secret: the welcome is said in the answer to a webhook, where no credentials are at hand. */
export const settingsOf = ({ senderName, welcome }: ViberCredentials): Readonly<Record<string, Json>> => ({
  senderName,
  welcome,
});
