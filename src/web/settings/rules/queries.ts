import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ExplainedRules, RuleBody, RuleDryRun, RuleList, RuleVersionList } from '../../../wire/rules.ts';
import { call } from '../../api/call.ts';

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: ({ signal }) => call<z.infer<typeof RuleList>>('GET', '/api/rules', undefined, signal),
});

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', 'versions', id],
    queryFn: ({ signal }) =>
      call<z.infer<typeof RuleVersionList>>('GET', `/api/rules/${id}/versions`, undefined, signal),
  });

export const explainQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['rules', 'why', conversationId],
    queryFn: ({ signal }) =>
      call<z.infer<typeof ExplainedRules>>('GET', `/api/conversations/${conversationId}/rules`, undefined, signal),
    retry: false,
    staleTime: 0,
  });

export const dryRun = (body: RuleBody) => call<RuleDryRun>('POST', '/api/rules/dry-run', body);
