import { z } from 'zod';
import { formOf } from '../shared/form.ts';
import { historyDays, historyField } from './history.ts';

/** One Page through one app. Facebook and Messenger take the same five, so an admin fills in what they already have. */
export interface MetaCredentials {
  readonly pageId: string;
  readonly pageAccessToken: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Absent in what was kept before it could be chosen. */
  readonly historyDays?: number;
}

const number = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,30}$/, `${what} is a number, such as 104477880011223.`);
const word = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} is missing.`)
    .max(2_000)
    .regex(/^\S*$/, `${what} has a space or a line break in it: copy it again.`);

const schema = z.object({
  pageId: number('The Page ID'),
  pageAccessToken: word('The Page access token'),
  appId: number('The app ID'),
  appSecret: word('The app secret'),
  verifyToken: word('The verify token'),
  historyDays,
});

export const metaCredentials = formOf<MetaCredentials>(
  [
    {
      name: 'pageId',
      label: 'Page ID',
      kind: 'text',
      placeholder: '104477880011223',
      help: 'On the Page: About, then Page transparency.',
    },
    {
      name: 'pageAccessToken',
      label: 'Page access token',
      kind: 'secret',
      help: 'The token of the Page, not of a person: call me/accounts with a long-lived user token, or make one for a system user.',
    },
    {
      name: 'appId',
      label: 'App ID',
      kind: 'text',
      placeholder: '918273645501234',
      help: 'In the app dashboard, at the top.',
    },
    {
      name: 'appSecret',
      label: 'App secret',
      kind: 'secret',
      help: 'In the app dashboard: App settings, Basic. It proves that webhooks come from Meta.',
    },
    {
      name: 'verifyToken',
      label: 'Verify token',
      kind: 'secret',
      help: 'Any words of your own. Meta repeats them once when it checks the webhook address.',
    },
    historyField,
  ],
  schema,
);
