import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ContactDetail } from '../../wire/conversations.ts';
import type {
  Company,
  CompanyList,
  PeopleList,
  PersonAbout,
  Segment,
  SegmentFilter,
  SegmentList,
  Stage,
  Story,
} from '../../wire/persons.ts';
import { call, query } from '../api/call.ts';
import { byName } from '../text/by-name.ts';

export interface Narrow {
  readonly q?: string | undefined;
  readonly segment?: string | undefined;
  readonly company?: string | undefined;
  readonly vip?: 'true' | undefined;
}
const of = (id: string) => `/api/contacts/${id}`;

export const peopleQuery = (narrow: Narrow) =>
  infiniteQueryOptions({
    queryKey: ['people', narrow] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<PeopleList>('GET', `/api/contacts${query({ ...narrow, cursor: pageParam })}`, undefined, signal),
    getNextPageParam: (page) => page.cursor,
  });
export const exportPath = (narrow: Narrow) => `/api/contacts.csv${query({ ...narrow, q: undefined })}`;

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', 'person', id] as const,
    queryFn: ({ signal }) => call<ContactDetail>('GET', of(id), undefined, signal),
  });
/** Below what is told of conversations: whatever changes one of them may change this. */
export const aboutQuery = (id: string) =>
  queryOptions({
    queryKey: ['about-person', id] as const,
    queryFn: ({ signal }) => call<PersonAbout>('GET', `${of(id)}/about`, undefined, signal),
    staleTime: 10_000,
  });
export const storyQuery = (id: string, narrow: { readonly channel?: string; readonly kind?: string }) =>
  infiniteQueryOptions({
    queryKey: ['story', id, narrow] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<Story>('GET', `${of(id)}/story${query({ ...narrow, cursor: pageParam })}`, undefined, signal),
    getNextPageParam: (page) => page.cursor,
  });

export const segmentsQuery = queryOptions({
  queryKey: ['segments'],
  queryFn: async ({ signal }) => byName((await call<SegmentList>('GET', '/api/segments', undefined, signal)).items),
  staleTime: 30_000,
});
export const companiesQuery = queryOptions({
  queryKey: ['companies'],
  queryFn: async ({ signal }) => byName((await call<CompanyList>('GET', '/api/companies', undefined, signal)).items),
  staleTime: 30_000,
});

export const putVip = (id: string, isVip: boolean) => call<unknown>('PUT', `${of(id)}/vip`, { isVip });
export const putStage = (id: string, stage: Stage | null) => call<unknown>('PUT', `${of(id)}/stage`, { stage });
export const putCompany = (id: string, companyId: string | null) =>
  call<unknown>('PUT', `${of(id)}/company`, { companyId });
export const putApart = (id: string, contactId: string, isApart: boolean) =>
  call<unknown>('PUT', `${of(id)}/apart`, { contactId, isApart });
export const addPersonMerge = (into: string, merge: { readonly id: string; readonly contactId: string }) =>
  call<unknown>('POST', `${of(into)}/merges`, merge);
export const removePersonMerge = (person: string, merge: string) =>
  call<unknown>('DELETE', `${of(person)}/merges/${merge}`);

export const addSegment = (segment: { readonly id: string; readonly name: string; readonly filter: SegmentFilter }) =>
  call<Segment>('POST', '/api/segments', segment);
export const patchSegment = (id: string, change: { readonly name: string; readonly filter: SegmentFilter }) =>
  call<Segment>('PATCH', `/api/segments/${id}`, change);
export const deleteSegment = (id: string) => call<unknown>('DELETE', `/api/segments/${id}`);

export const addCompany = (company: {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}) => call<Company>('POST', '/api/companies', company);
export const patchCompany = (id: string, change: { readonly name: string; readonly domains: readonly string[] }) =>
  call<Company>('PATCH', `/api/companies/${id}`, change);
export const deleteCompany = (id: string) => call<unknown>('DELETE', `/api/companies/${id}`);
export const gatherCompany = (id: string) => call<{ people: number }>('POST', `/api/companies/${id}/people`);
