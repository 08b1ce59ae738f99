import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf, given } from '../shared/form.ts';

export interface GooglePlayCredentials {
  readonly packageName: string;
  /** The key file of the service account, as it was downloaded: JSON. */
  readonly serviceAccount: string;
}

const fields: readonly CredentialField[] = [
  {
    name: 'packageName',
    label: 'Package name',
    help: 'Play Console, the list of apps: the name with dots below the name of the app. One inbox is one app.',
    kind: 'text',
    placeholder: 'com.example.kettle',
  },
  {
    name: 'serviceAccount',
    label: 'Key of the service account',
    help: 'The whole JSON file that Google Cloud gave when a key of the service account was made. In the Play Console, Users and permissions, that account needs the right "Reply to reviews".',
    kind: 'secret',
  },
];

const Key = z.object({ client_email: z.string().min(3), private_key: z.string().min(30) });
export type ServiceKey = z.infer<typeof Key>;

/** Null when it is no key file. */
export function readKey(file: string): ServiceKey | null {
  try {
    const key = Key.parse(JSON.parse(file));
    return createPrivateKey(key.private_key).asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

const Form = z.object({
  packageName: given('Give the package name of the app.').regex(
    /^[A-Za-z][\w]*(\.[A-Za-z][\w]*)+$/,
    'A package name has parts with dots between them: com.example.kettle.',
  ),
  serviceAccount: given('Give the key file of the service account.').refine(
    (file) => readKey(file) !== null,
    'This is not the key file of a service account. Paste the whole JSON file, from { to }.',
  ),
});

export const credentialForm: CredentialForm<GooglePlayCredentials> = formOf(fields, Form);
