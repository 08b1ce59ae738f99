import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SignInOptions } from '../../wire/security.ts';
import { call, query } from '../api/call.ts';

export type Options = z.infer<typeof SignInOptions>;

/** What is offered at this door; and what a code that single sign-on came back with means. */
export const optionsQuery = (problem: string | undefined) =>
  queryOptions({
    queryKey: ['sign-in-options', problem] as const,
    queryFn: ({ signal }) => call<Options>('GET', `/api/sign-in/options${query({ problem })}`, undefined, signal),
    staleTime: 60_000,
    retry: 1,
  });
