import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import { LISTEN_SETTING, type Search } from '../../core/listening/search.ts';

const words = z.array(z.string());
const Searches = z.object({
  [LISTEN_SETTING]: z.object({
    searches: z.array(z.object({ anyOf: words, together: words, without: words, languages: words })),
  }),
});

/** What listening rules ask of this account; none where nobody listens. */
export const searchesIn = (settings: Json): readonly Search[] =>
  Searches.safeParse(settings).data?.[LISTEN_SETTING].searches ?? [];
