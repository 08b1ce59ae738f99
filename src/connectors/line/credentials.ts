import { z } from 'zod';
import { formOf } from '../shared/form.ts';

/** One Messaging API channel. Its tokens are made from these two and live for 15 minutes. */
export interface LineCredentials {
  readonly channelId: string;
  readonly channelSecret: string;
}

const schema = z.object({
  channelId: z
    .string()
    .trim()
    .min(1, 'The channel ID is missing.')
    .regex(/^\d{1,30}$/, 'The channel ID is a number, such as 1650000001.'),
  channelSecret: z
    .string()
    .trim()
    .min(1, 'The channel secret is missing.')
    .max(500)
    .regex(/^\S*$/, 'The channel secret has a space or a line break in it: copy it again.'),
});

export const lineCredentials = formOf<LineCredentials>(
  [
    {
      name: 'channelId',
      label: 'Channel ID',
      kind: 'text',
      placeholder: '1650000001',
      help: 'In the LINE Developers console: your provider, the Messaging API channel, "Basic settings".',
    },
    {
      name: 'channelSecret',
      label: 'Channel secret',
      kind: 'secret',
      help: 'On the same page, further down. It signs what LINE sends, and the desk makes its tokens with it.',
    },
  ],
  schema,
);
