import { z } from 'zod';
import { Page } from './shapes.ts';

export const NO_LIST = 'X answered with something that is not a list.';

/** An empty page has no `data`, but says so in `meta`. */
const Counted = z.looseObject({ meta: z.looseObject({ result_count: z.number() }) });

/**
 * A page of a list; null for an answer that is none, such as one with errors alone. Taken for an empty one it would say
 * that nothing was written, and what was sent would be sent again.
 */
export function pageIn(body: unknown): z.infer<typeof Page> | null {
  const page = Page.safeParse(body).data;
  return page && (page.data.length > 0 || Counted.safeParse(body).success) ? page : null;
}
