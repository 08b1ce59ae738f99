import { z } from 'zod';
import type { Api, ApiFailure } from './api.ts';
import { OTHERS_POSTS } from './asking.ts';
import { Includes, NOTHING_INCLUDED, Post } from './shapes.ts';

/** What is not there is said so; an answer without that and without a post says nothing. */
const Missing = z.looseObject({ errors: z.array(z.unknown()).min(1) });
const ODD: ApiFailure = {
  ok: false,
  status: 502,
  title: 'No post',
  detail: 'X answered with something that is not a post.',
  type: '',
  afterMs: undefined,
  isPerhapsDone: false,
};
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
  if (read.success) return { post: read.data.data, includes: read.data.includes };
  return Missing.safeParse(answer.body).success ? 'gone' : ODD;
}
