import { z } from 'zod';
import type { Bearer } from '../meta/graph.ts';
import { formOf } from '../shared/form.ts';

/** One phone number of a WhatsApp Business account, through one app. */
export interface WhatsAppCredentials {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly accessToken: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export const asBusiness = ({ accessToken, appSecret }: WhatsAppCredentials): Bearer => ({
  token: accessToken,
  appSecret,
});
export const asApp = ({ appId, appSecret }: WhatsAppCredentials): Bearer => ({ token: `${appId}|${appSecret}` });

const number = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,30}$/, `${what} is a number, such as 660055443322110. It is not the phone number itself.`);
const word = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} is missing.`)
    .max(2_000)
    .regex(/^\S*$/, `${what} has a space or a line break in it: copy it again.`);

const schema = z.object({
  phoneNumberId: number('The phone number ID'),
  wabaId: number('The WhatsApp Business account ID'),
  accessToken: word('The access token'),
  appId: number('The app ID'),
  appSecret: word('The app secret'),
  verifyToken: word('The verify token'),
});

export const whatsAppCredentials = formOf<WhatsAppCredentials>(
  [
    {
      name: 'phoneNumberId',
      label: 'Phone number ID',
      kind: 'text',
      placeholder: '660055443322110',
      help: 'In the app dashboard: WhatsApp, API setup, below the number. It is an ID, not the number that people call.',
    },
    {
      name: 'wabaId',
      label: 'WhatsApp Business account ID',
      kind: 'text',
      placeholder: '330099887766554',
      help: 'On the same page, or in WhatsApp Manager at the top.',
    },
    {
      name: 'accessToken',
      label: 'Access token',
      kind: 'secret',
      help: 'In the business settings, System users: generate a token for your app with whatsapp_business_messaging and whatsapp_business_management, and let it never expire. The token on the API setup page ends after a day.',
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
  ],
  schema,
);
