import { queryOptions } from '@tanstack/react-query';
import type { MySecurity } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';

export const securityQuery = queryOptions({
  queryKey: ['my-security'],
  queryFn: ({ signal }) => call<MySecurity>('GET', '/api/me/security', undefined, signal),
});
