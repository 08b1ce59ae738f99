import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf, given } from '../shared/form.ts';

export interface GoogleReviewsCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Digits, without `accounts/`. */
  readonly accountId: string;
  /** Digits, without `locations/`. */
  readonly locationId: string;
}

const fields: readonly CredentialField[] = [
  {
    name: 'clientId',
    label: 'OAuth client ID',
    help: 'Google Cloud console, APIs and services, Credentials: the client of the project that was allowed to use the Business Profile APIs.',
    kind: 'text',
    placeholder: '1234567890-abc.apps.googleusercontent.com',
  },
  {
    name: 'clientSecret',
    label: 'OAuth client secret',
    help: 'It stands beside the client ID.',
    kind: 'secret',
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    help: 'Given once when an owner or manager of the profile consents to the scope business.manage with access_type=offline.',
    kind: 'secret',
  },
  {
    name: 'accountId',
    label: 'Account number',
    help: 'The digits behind "accounts/" in the answer of accounts.list.',
    kind: 'text',
    placeholder: '106700000000000000001',
  },
  {
    name: 'locationId',
    label: 'Location number',
    help: 'The digits behind "locations/" in the answer of accounts.locations.list. One inbox is one location.',
    kind: 'text',
    placeholder: '12000000000000000001',
  },
];

const numbered = (prefix: string, message: string) =>
  z
    .string()
    .trim()
    .transform((value) => value.split('/').filter(Boolean).at(-1) ?? '')
    .refine((value) => /^\d+$/.test(value), `${message} They are the digits behind "${prefix}/".`);

const Form = z.object({
  clientId: given('Give the OAuth client ID.'),
  clientSecret: given('Give the OAuth client secret.'),
  refreshToken: given('Give the refresh token.'),
  accountId: numbered('accounts', 'Give the number of the account.'),
  locationId: numbered('locations', 'Give the number of the location.'),
});

export const credentialForm: CredentialForm<GoogleReviewsCredentials> = formOf(fields, Form);
