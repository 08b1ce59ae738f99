import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf, given } from '../shared/form.ts';

export interface TikTokCredentials {
  /** Also called client key. */
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  /** The account's `open_id` in this app. */
  readonly businessId: string;
}

const fields: readonly CredentialField[] = [
  {
    name: 'appId',
    label: 'App ID',
    help: 'business-api.tiktok.com, My Apps, the app that was approved for TikTok Accounts: client key or App ID.',
    kind: 'text',
  },
  {
    name: 'appSecret',
    label: 'App secret',
    help: 'It stands beside the App ID. Webhooks are signed with it.',
    kind: 'secret',
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    help: 'Given when the business account allows the app to read and manage comments. It lasts about a year.',
    kind: 'secret',
  },
  {
    name: 'businessId',
    label: 'Business ID',
    help: 'Given as open_id together with the refresh token.',
    kind: 'text',
  },
];

const Form = z.object({
  appId: given('Give the App ID.'),
  appSecret: given('Give the App secret.'),
  refreshToken: given('Give the refresh token.'),
  businessId: given('Give the business ID.'),
});

export const credentialForm: CredentialForm<TikTokCredentials> = formOf(fields, Form);
