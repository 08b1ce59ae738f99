import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf, given } from '../shared/form.ts';
import { readPrivateKey } from './private-key.ts';

export interface AppStoreCredentials {
  readonly issuerId: string;
  readonly keyId: string;
  /** The file `AuthKey_….p8`, PEM. */
  readonly privateKey: string;
  readonly appId: string;
}

const fields: readonly CredentialField[] = [
  {
    name: 'issuerId',
    label: 'Issuer ID',
    help: 'App Store Connect, Users and Access, Integrations, App Store Connect API: it stands above the list of team keys.',
    kind: 'text',
    placeholder: '57246542-96fe-1a63-e053-0824d011072a',
  },
  {
    name: 'keyId',
    label: 'Key ID',
    help: 'It stands beside the key in the same list. The key needs the role Customer Support, or one above it.',
    kind: 'text',
    placeholder: '2X9R4HXF34',
  },
  {
    name: 'privateKey',
    label: 'Private key',
    help: 'The whole text of the file AuthKey_….p8. Apple lets it be downloaded once only.',
    kind: 'secret',
  },
  {
    name: 'appId',
    label: 'Apple ID of the app',
    help: 'App Store Connect, the app, App Information, General: digits. One inbox is one app.',
    kind: 'text',
    placeholder: '1234567890',
  },
];

const Form = z.object({
  issuerId: given('Give the issuer ID.'),
  keyId: given('Give the key ID.'),
  privateKey: given('Give the private key.').refine(
    (file) => readPrivateKey(file) !== null,
    'This is not a key of App Store Connect. Paste the whole file, with its first and last line.',
  ),
  appId: given('Give the Apple ID of the app.').regex(/^\d+$/, 'The Apple ID of an app has digits only.'),
});

export const credentialForm: CredentialForm<AppStoreCredentials> = formOf(fields, Form);
