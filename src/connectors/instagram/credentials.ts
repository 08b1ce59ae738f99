import { z } from 'zod';
import { formOf } from '../shared/form.ts';

/** `facebook`: by the Page that the account is linked to. `instagram`: by the account itself, without a Page. */
export type Login = 'facebook' | 'instagram';

/** One professional account through one app. */
export interface InstagramCredentials {
  readonly login: Login;
  /** The id that webhooks use: 17841… */
  readonly accountId: string;
  /** Of the Page (`facebook`) or of the account (`instagram`). */
  readonly accessToken: string;
  /** `''` with the login of Instagram. */
  readonly pageId: string;
  readonly appId: string;
  readonly appSecret: string;
  /** The app's other secret, `''` when it was not given: Meta's documents leave open which one signs. */
  readonly otherSecret: string;
  readonly verifyToken: string;
  /** `2026-11-18`, or `''`: Instagram does not tell when a token of the account was made, and it ends after 60 days. */
  readonly tokenMadeOn: string;
}

const NUMBER = /^\d{1,30}$/;
const number = (what: string) => z.string().trim().regex(NUMBER, `${what} is a number, such as 17841499000112233.`);
const word = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} is missing.`)
    .max(2_000)
    .regex(/^\S*$/, `${what} has a space or a line break in it: copy it again.`);

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));

const schema = z
  .object({
    login: z.enum(['facebook', 'instagram'], 'Choose how the account is connected.').default('facebook'),
    accountId: number('The Instagram account ID'),
    accessToken: word('The access token'),
    pageId: z.string().trim().default(''),
    appId: number('The app ID'),
    appSecret: word('The app secret'),
    otherSecret: z
      .string()
      .trim()
      .max(2_000)
      .regex(/^\S*$/, 'The other secret has a space or a line break in it: copy it again.')
      .default(''),
    verifyToken: word('The verify token'),
    tokenMadeOn: z
      .string()
      .trim()
      .default('')
      .refine((day) => day === '' || isDay(day), 'Write the day as 2026-11-18.'),
  })
  .superRefine(({ login, pageId }, context) => {
    if (login === 'facebook' && !NUMBER.test(pageId))
      context.addIssue({
        code: 'custom',
        path: ['pageId'],
        message: 'With the login of Facebook the ID of the linked Page is needed, such as 104477880011223.',
      });
  })
  .transform((value) => (value.login === 'instagram' ? { ...value, pageId: '' } : value));

export const instagramCredentials = formOf<InstagramCredentials>(
  [
    {
      name: 'login',
      label: 'Connected by',
      kind: 'choice',
      initial: 'facebook',
      choices: [
        { value: 'facebook', label: 'A Facebook Page (Facebook login)' },
        { value: 'instagram', label: 'The Instagram account itself (Instagram login)' },
      ],
      help: 'Which product of your Meta app the token comes from. The login of Facebook can do more: files and comments on ads.',
    },
    {
      name: 'accountId',
      label: 'Instagram account ID',
      kind: 'text',
      placeholder: '17841499000112233',
      help: 'Facebook login: ask for {page}?fields=instagram_business_account. Instagram login: user_id of /me, not id.',
    },
    {
      name: 'accessToken',
      label: 'Access token',
      kind: 'secret',
      help: 'Facebook login: the token of the Page, from me/accounts. Instagram login: the long-lived token of the account; it ends after 60 days unless it is refreshed.',
    },
    {
      name: 'pageId',
      label: 'Page ID',
      kind: 'text',
      optional: true,
      placeholder: '104477880011223',
      help: 'With the login of Facebook only: on the linked Page, About, then Page transparency.',
    },
    {
      name: 'appId',
      label: 'App ID',
      kind: 'text',
      placeholder: '918273645501234',
      help: 'Facebook login: at the top of the app dashboard. Instagram login: Instagram, API setup, "Instagram app ID".',
    },
    {
      name: 'appSecret',
      label: 'App secret',
      kind: 'secret',
      help: 'Facebook login: App settings, Basic. Instagram login: Instagram, API setup, "Instagram app secret".',
    },
    {
      name: 'otherSecret',
      label: 'Other app secret',
      kind: 'secret',
      optional: true,
      help: 'With the login of Instagram: the secret in App settings, Basic. Webhooks signed with either are taken.',
    },
    {
      name: 'verifyToken',
      label: 'Verify token',
      kind: 'secret',
      help: 'Any words of your own. Meta repeats them once when it checks the webhook address.',
    },
    {
      name: 'tokenMadeOn',
      label: 'Token made on',
      kind: 'text',
      optional: true,
      placeholder: '2026-11-18',
      help: 'With the login of Instagram only: the day on which the token was made or last refreshed. It ends 60 days later, and you are reminded in time.',
    },
  ],
  schema,
);
