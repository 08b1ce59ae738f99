import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { InboxAccess, RoleList } from '../../wire/access.ts';
import type { ApiTokenList, Session } from '../../wire/people.ts';
import type { OidcProvider, SecurityPolicy } from '../../wire/security.ts';
import { call } from '../api/call.ts';
import { byName } from '../text/by-name.ts';

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }): Promise<RoleList> => {
    const roles = await call<RoleList>('GET', '/api/roles', undefined, signal);
    return { ...roles, custom: byName(roles.custom) };
  },
  staleTime: 60_000,
});

export const accessQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['access', inboxId] as const,
    queryFn: ({ signal }) => call<InboxAccess>('GET', `/api/inboxes/${inboxId}/access`, undefined, signal),
  });

export const sessionsOfQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['sessions-of', agentId] as const,
    queryFn: async ({ signal }) =>
      (await call<{ items: Session[] }>('GET', `/api/agents/${agentId}/sessions`, undefined, signal)).items,
  });

export const policyQuery = queryOptions({
  queryKey: ['security', 'policy'],
  queryFn: ({ signal }) => call<SecurityPolicy>('GET', '/api/security/policy', undefined, signal),
});

export const oidcQuery = queryOptions({
  queryKey: ['security', 'oidc'],
  queryFn: async ({ signal }) =>
    (await call<{ items: OidcProvider[] }>('GET', '/api/security/oidc', undefined, signal)).items,
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => call<z.infer<typeof ApiTokenList>>('GET', '/api/tokens', undefined, signal),
});
