import { queryOptions } from '@tanstack/react-query';
import type { SignInOptions } from '../../wire/security.ts';
import { call, query } from '../api/call.ts';

/** What is offered at this door; and what a code that single sign-on came back with means. */
export const optionsQuery = (problem: string | undefined) =>
  queryOptions({
    queryKey: ['sign-in-options', problem] as const,
    queryFn: ({ signal }) => call<SignInOptions>('GET', `/api/sign-in/options${query({ problem })}`, undefined, signal),
    staleTime: 60_000,
    retry: 1,
  });
