import { z } from 'zod';
import { readNumber } from '../../core/channel/call.ts';
import type { CredentialField } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';

/** A line that people call. Nothing is connected to it: calls are written down. */
export interface PhoneCredentials {
  readonly number: string;
  readonly title: string;
}

const schema = z.object({
  number: z
    .string()
    .trim()
    .refine((text) => readNumber(text) !== null, 'Enter the number that people call, such as +46 8 123 45 67.')
    .transform((text) => readNumber(text) ?? ''),
  title: z.string().trim().max(100, 'The name is longer than 100 letters.').default(''),
});

const fields: readonly CredentialField[] = [
  {
    name: 'number',
    label: 'Number',
    kind: 'text',
    placeholder: '+46 8 123 45 67',
    help: 'The one that people call. It tells your lines apart; nothing is dialled.',
  },
  {
    name: 'title',
    label: 'Name',
    kind: 'text',
    optional: true,
    placeholder: 'Support line',
    help: 'How the line is called on screen.',
  },
];

export const phoneCredentials = formOf<PhoneCredentials>(fields, schema);
