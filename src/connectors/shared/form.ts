import { z } from 'zod';
import { lackingOf } from '../../core/channel/credential-sets.ts';
import type { CredentialField, CredentialForm, CredentialSet } from '../../core/channel/credentials.ts';

/** A form whose errors name the field. Whoever leaves a field away reads its label. */
export function formOf<Credentials>(
  fields: readonly CredentialField[],
  schema: z.ZodType<Credentials>,
  sets: readonly CredentialSet[] = [],
): CredentialForm<Credentials> {
  return {
    fields,
    sets,
    parse(input) {
      const result = schema.safeParse(input);
      const lacking = lackingOf({ fields, sets }, Object(input));
      if (result.success && lacking.length === 0) return { ok: true, value: result.data };
      const errors = (result.error?.issues ?? []).map((issue) => {
        const field = String(issue.path[0] ?? fields[0]?.name ?? '');
        const label = fields.find(({ name }) => name === field)?.label ?? field;
        return { field, message: issue.code === 'invalid_type' ? `${label} is missing.` : issue.message };
      });
      // An empty field breaks each of its rules; who reads the first knows what to do.
      const all = [...errors, ...lacking];
      const isFirst = ({ field }: { field: string }, at: number) => all.findIndex((one) => one.field === field) === at;
      return { ok: false, errors: all.filter(isFirst) };
    },
  };
}

const SHORTEST_SECRET = 24;
/** A secret that both sides sign with. */
export const signingSecret = z
  .string()
  .trim()
  .min(SHORTEST_SECRET, `The secret needs at least ${SHORTEST_SECRET} characters: let one be made.`)
  .max(200, 'The secret is longer than 200 characters.')
  .regex(/^\S*$/, 'The secret has a space or a line break in it: copy it again.');

/** Text that must be there. */
export const given = (message: string) => z.string().trim().min(1, message);
