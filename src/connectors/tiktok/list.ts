import { z } from 'zod';
import { Trouble } from '../../core/channel/connector.ts';
import type { RestFailure } from '../shared/rest.ts';
import { type Calls, WORDS } from './calls.ts';
import { Paging } from './shapes.ts';

const MAX_COUNT = 30;

export interface Listed {
  readonly items: readonly unknown[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** One page of the comments of a video, newest first, or of the answers to one comment. */
export async function listComments(
  calls: Calls,
  { video, comment, cursor = '0' }: { readonly video: string; readonly comment?: string; readonly cursor?: string },
): Promise<Listed | RestFailure> {
  const answer = await calls({
    method: 'GET',
    path: comment === undefined ? 'business/comment/list' : 'business/comment/reply/list',
    query: {
      video_id: video,
      ...(comment === undefined ? {} : { comment_id: comment }),
      sort_field: 'create_time',
      sort_order: 'desc',
      cursor,
      max_count: MAX_COUNT,
    },
  });
  return answer.kind === 'failed' ? answer : pageOf(answer.json, 'comments');
}

/** The newest videos. */
export async function listVideos(calls: Calls, count: number): Promise<Listed | RestFailure> {
  const fields = JSON.stringify(['item_id', 'caption', 'create_time', 'comments', 'share_url']);
  const answer = await calls({ method: 'GET', path: 'business/video/list', query: { fields, max_count: count } });
  return answer.kind === 'failed' ? answer : pageOf(answer.json, 'videos');
}

function pageOf(data: unknown, name: string): Listed {
  const items = z.object({ [name]: z.array(z.unknown()) }).safeParse(data).data?.[name];
  if (!items) throw new Trouble('unavailable', `${WORDS.name} answered with something that is no list of ${name}.`);
  const { cursor, has_more } = Paging.safeParse(data).data ?? {};
  return { items, next: has_more && cursor !== undefined ? String(cursor) : undefined };
}
