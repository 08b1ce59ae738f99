import type { AccountCheck } from '../../core/channel/connector.ts';

export type Wrong = Extract<AccountCheck, { readonly ok: false }>;

/**
 * What a look at the credentials found.
 *
 * @param todo what a person does about it
 * @param field of the form, where it lies in one
 */
export const wrong = (problem: string, todo: string, field?: string): Wrong => ({
  ok: false,
  problem,
  todo,
  ...(field ? { field } : {}),
});
