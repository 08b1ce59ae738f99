import { z } from 'zod';
import type { Api, ApiFailure } from './api.ts';
import { OTHERS_POSTS } from './asking.ts';
import { Includes, NOTHING_INCLUDED, Post } from './shapes.ts';

const One = z.looseObject({ data: Post, includes: Includes.catch(NOTHING_INCLUDED).default(NOTHING_INCLUDED) });

/** One post with who wrote it. What was deleted or is protected comes as an error of an answer that is otherwise good. */
export async function readPost(
  api: Api,
  id: string,
): Promise<{ readonly post: Post; readonly includes: Includes } | 'gone' | ApiFailure> {
  if (!/^\d{1,19}$/.test(id)) return 'gone';
  const answer = await api.get(`/2/tweets/${id}`, OTHERS_POSTS);
  if (!answer.ok) return answer.status === 404 ? 'gone' : answer;
  const read = One.safeParse(answer.body);
  return read.success ? { post: read.data.data, includes: read.data.includes } : 'gone';
}
