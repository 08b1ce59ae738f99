import { queryOptions } from '@tanstack/react-query';
import type { Calendar, CountryList, Holiday, Policy } from '../../../wire/clocks.ts';
import { call } from '../../api/call.ts';
import { compareNames } from '../../text/by-name.ts';

export const policiesQuery = queryOptions({
  queryKey: ['answer-policies'],
  queryFn: async ({ signal }) =>
    (await call<{ items: Policy[] }>('GET', '/api/answer-policies', undefined, signal)).items,
  staleTime: 60_000,
});

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) =>
    (await call<{ items: Calendar[] }>('GET', '/api/calendars', undefined, signal)).items.toSorted(
      (a, b) => Number(b.isDefault) - Number(a.isDefault) || compareNames(a.name, b.name),
    ),
  staleTime: 60_000,
});

export const countriesQuery = queryOptions({
  queryKey: ['holidays'],
  queryFn: async ({ signal }) => (await call<CountryList>('GET', '/api/holidays', undefined, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const nextHolidaysQuery = (country: string, region: string | null) =>
  queryOptions({
    queryKey: ['holidays', country, region] as const,
    queryFn: async ({ signal }) => {
      const place = new URLSearchParams({ country, ...(region ? { region } : {}) });
      return (await call<{ items: Holiday[] }>('GET', `/api/holidays/next?${place}`, undefined, signal)).items;
    },
    staleTime: 3_600_000,
  });
