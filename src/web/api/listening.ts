import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Board,
  BoardList,
  Hit,
  HitList,
  HitQuery,
  Judged,
  JudgeHits,
  NewBoard,
  PatchBoard,
  ShareOfVoice,
  SpikeList,
  TakenUp,
  TakeUpHit,
  Voice,
} from '../../wire/listening.ts';
import { call, query } from './call.ts';

/** What of a board is shown. */
export type Narrow = Omit<z.input<typeof HitQuery>, 'cursor' | 'limit'>;
export type Boards = readonly Board[];
const PAGE = 50;
const BOARDS = '/api/boards';
const of = (board: string) => `${BOARDS}/${board}`;
const hit = (id: string) => `/api/hits/${id}`;

/** Below `listening`, so that whatever is told of it reads all of it again. */
export const boardsQuery = queryOptions({
  queryKey: ['listening', 'boards'],
  queryFn: async ({ signal }): Promise<Boards> =>
    (await call<z.infer<typeof BoardList>>('GET', '/api/boards', undefined, signal)).items,
  staleTime: 15_000,
});

export const hitsQuery = (board: string, narrow: Narrow) =>
  infiniteQueryOptions({
    queryKey: ['listening', 'hits', board, narrow] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => readHits(board, narrow, pageParam, signal),
    getNextPageParam: (page) => page.cursor,
  });
export const readHits = (board: string, narrow: Narrow, cursor: string | null, signal?: AbortSignal) =>
  call<z.infer<typeof HitList>>(
    'GET',
    `${of(board)}/hits${query({ ...narrow, cursor, limit: PAGE })}`,
    undefined,
    signal,
  );

export const voiceQuery = (board: string, days: number) =>
  queryOptions({
    queryKey: ['listening', 'voice', board, days] as const,
    queryFn: ({ signal }) => call<Voice>('GET', `${of(board)}/voice${query({ days })}`, undefined, signal),
    staleTime: 30_000,
  });
export const shareQuery = (days: number) =>
  queryOptions({
    queryKey: ['listening', 'share', days] as const,
    queryFn: ({ signal }) => call<ShareOfVoice>('GET', `/api/voice${query({ days })}`, undefined, signal),
    staleTime: 30_000,
  });
export const spikesQuery = (board: string) =>
  queryOptions({
    queryKey: ['listening', 'spikes', board] as const,
    queryFn: async ({ signal }) =>
      (await call<z.infer<typeof SpikeList>>('GET', `${of(board)}/spikes`, undefined, signal)).items,
    staleTime: 30_000,
  });

export const judgeHits = (wish: z.input<typeof JudgeHits>) =>
  call<z.infer<typeof Judged>>('POST', '/api/hits/judge', wish);
export const takeUp = (id: string, wish: z.input<typeof TakeUpHit>) =>
  call<z.infer<typeof TakenUp>>('POST', `${hit(id)}/take-up`, wish);
export const likeHit = (id: string, actId: string) =>
  call<z.infer<typeof TakenUp>>('POST', `${hit(id)}/like`, { actId });
export const thankHit = (id: string, thanks: { readonly messageId: string; readonly text: string }) =>
  call<z.infer<typeof TakenUp>>('POST', `${hit(id)}/thank`, thanks);

const boardsOf = async (answer: Promise<z.infer<typeof BoardList>>): Promise<Boards> => (await answer).items;
export const addBoard = (board: z.input<typeof NewBoard>) => boardsOf(call('POST', '/api/boards', board));
export const patchBoard = (id: string, change: z.input<typeof PatchBoard>) => boardsOf(call('PATCH', of(id), change));
export const orderBoards = (ids: readonly string[]) => boardsOf(call('PUT', `${BOARDS}/order`, { ids }));
export const removeBoard = (id: string) => call<unknown>('DELETE', of(id));

/** Null: nothing. What people say of others waits for nobody. */
export function waitingOn(boards: Boards): string | null {
  const own = boards.filter(({ kind }) => kind === 'own').map(({ waiting }) => waiting);
  const sum = own.reduce((all, { count }) => all + count, 0);
  if (sum === 0) return null;
  return sum > 99 || own.some(({ isCapped }) => isCapped) ? `${Math.min(sum, 99)}+` : String(sum);
}

export type { Board, Hit };
