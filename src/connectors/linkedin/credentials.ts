import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf, given } from '../shared/form.ts';

export interface LinkedInCredentials {
  /** Digits, as in `urn:li:organization:5001`. */
  readonly organizationId: string;
  /** Digits, as in `urn:li:developerApplication:81`. */
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  /** Empty: LinkedIn gives one to approved apps only. */
  readonly refreshToken: string;
  /** `202609`; each lives about a year. */
  readonly version: string;
  /** False where LinkedIn has not approved the app for webhooks: everything is then read from lists. */
  readonly webhooks: boolean;
}

const fields: readonly CredentialField[] = [
  {
    name: 'organizationId',
    label: 'Page number',
    help: 'The digits in the address of the admin view of the Page: linkedin.com/company/5001/admin.',
    kind: 'text',
    placeholder: '5001',
  },
  {
    name: 'appId',
    label: 'Application number',
    help: 'LinkedIn developer portal, the app: the digits in its address, linkedin.com/developers/apps/81.',
    kind: 'text',
    placeholder: '81',
  },
  { name: 'clientId', label: 'Client ID', help: 'Developer portal, the app, Auth.', kind: 'text' },
  {
    name: 'clientSecret',
    label: 'Primary client secret',
    help: 'Developer portal, the app, Auth. Webhooks are signed with it.',
    kind: 'secret',
  },
  {
    name: 'accessToken',
    label: 'Access token',
    help: 'Given by an administrator of the Page for r_organization_social, w_organization_social and rw_organization_admin. It ends after 60 days.',
    kind: 'secret',
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    help: 'Given together with the access token, to approved apps only. With it the login lasts a year.',
    kind: 'secret',
    optional: true,
  },
  {
    name: 'version',
    label: 'API version',
    help: 'Year and month of the version of the API, as in the migration page of LinkedIn. Each ends about a year after its month.',
    kind: 'text',
    initial: '202609',
  },
  {
    name: 'webhooks',
    label: 'Webhooks',
    help: 'On when the developer portal shows the tab Webhooks for the app. Off: comments are read from lists, every 20 minutes.',
    kind: 'toggle',
    initial: true,
  },
];

const digits = (message: string) => given(message).regex(/^\d+$/, `${message} It has digits only.`);
const Form = z.object({
  organizationId: z
    .string()
    .trim()
    .transform((value) => value.replace(/^urn:li:organization:/, ''))
    .pipe(digits('Give the number of the Page.')),
  appId: digits('Give the number of the application.'),
  clientId: given('Give the client ID.'),
  clientSecret: given('Give the client secret.'),
  accessToken: given('Give the access token.'),
  refreshToken: z.string().trim().default(''),
  version: z
    .string()
    .trim()
    .regex(/^20\d{4}$/, 'Give the version as year and month, for example 202609.')
    .default('202609'),
  webhooks: z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : (value ?? true)),
    z.boolean('Switch it on or off.'),
  ),
});

export const credentialForm: CredentialForm<LinkedInCredentials> = formOf(fields, Form);
