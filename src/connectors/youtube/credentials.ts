import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';
import { USUAL_QUOTA } from './capabilities.ts';

export interface YouTubeCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** What hiding a comment does with it on YouTube. */
  readonly hideAs: 'heldForReview' | 'rejected';
  /** Units that the Google Cloud project may use in a day. */
  readonly dailyUnits: number;
}

const fields: readonly CredentialField[] = [
  {
    name: 'clientId',
    label: 'Client ID',
    help: 'Google Cloud console: APIs & Services, Credentials, your OAuth client. It ends with apps.googleusercontent.com.',
    kind: 'text',
    placeholder: '123456789-abc.apps.googleusercontent.com',
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    help: 'Beside the client ID, in the same place.',
    kind: 'secret',
    placeholder: 'GOCSPX-…',
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    help: 'Given when the owner of the channel signs in to your OAuth client with the scope youtube.force-ssl and picks the channel; the set-up page of this channel says how.',
    kind: 'secret',
    placeholder: '1//0g…',
  },
  {
    name: 'hideAs',
    label: 'Hiding a comment',
    help: 'Where a comment goes that is hidden from here. What is held for review can still be found and published in YouTube Studio; what is rejected cannot be listed there any more.',
    kind: 'choice',
    choices: [
      { value: 'heldForReview', label: 'Hold it for review' },
      { value: 'rejected', label: 'Reject it' },
    ],
    initial: 'heldForReview',
  },
  {
    name: 'dailyUnits',
    label: 'Daily quota',
    help: 'Google Cloud console: APIs & Services, YouTube Data API v3, Quotas, "Queries per day". Reading slows down in time so that answers still go out.',
    kind: 'number',
    initial: USUAL_QUOTA,
  },
];

const text = z.string().trim();
const Form = z.object({
  clientId: text.min(1, 'Give the client ID of your OAuth client in the Google Cloud console.'),
  clientSecret: text.min(1, 'Give the client secret of your OAuth client.'),
  refreshToken: text.min(1, 'Give the refresh token that the owner of the channel got by signing in.'),
  hideAs: z.enum(['heldForReview', 'rejected'], 'Choose one of the two.').default('heldForReview'),
  dailyUnits: z
    .preprocess((value) => (value === '' ? undefined : value), z.coerce.number().default(USUAL_QUOTA))
    .refine(
      (units) => Number.isInteger(units) && units >= 1_000 && units <= 100_000_000,
      'Give a whole number of units, at least 1,000; a new project has 10,000.',
    ),
});

export const credentialForm: CredentialForm<YouTubeCredentials> = formOf(fields, Form);
