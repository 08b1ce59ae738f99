import { z } from 'zod';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';

const count = lenient(z.number().nonnegative());
const Old = z.looseObject({
  id: lenient(id),
  id_str: lenient(id),
  name: lenient(text),
  screen_name: lenient(text),
  profile_image_url_https: lenient(webUrl),
  followers_count: count,
});
const Wrapped = z.looseObject({ data: z.looseObject({}) });

/** A person of the API v1.1, or one of v2 that is wrapped in `data`, as v2 shows people; undefined where it is neither. */
export function personOfV1(raw: unknown): Record<string, unknown> | undefined {
  const old = Old.safeParse(Wrapped.safeParse(raw).data?.data ?? raw).data;
  if (!old) return undefined;
  if (old.screen_name === undefined) return { ...old };
  return {
    id: old.id_str ?? old.id,
    name: old.name,
    username: old.screen_name,
    profile_image_url: old.profile_image_url_https,
    ...(old.followers_count === undefined ? {} : { public_metrics: { followers_count: old.followers_count } }),
  };
}
