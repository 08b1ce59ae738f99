import { z } from 'zod';

const id = z.string().optional().catch(undefined);
const Pointing = z.looseObject({
  author_id: id,
  sender_id: id,
  attachments: z
    .looseObject({ media_keys: z.array(z.unknown()) })
    .optional()
    .catch(undefined),
  referenced_tweets: z.array(z.looseObject({ id })).optional().catch(undefined),
  referenced_posts: z.array(z.looseObject({ id })).optional().catch(undefined),
});
const Named = z.looseObject({ id, media_key: id, author_id: id });

/** Of what a page names beside its list, only what this one thing points at: the ledger keeps no page a hundred times. */
export function beside(raw: unknown, includes: Readonly<Record<string, unknown>>): Record<string, unknown[]> {
  const pointing = Pointing.safeParse(raw).data;
  if (!pointing) return {};
  const { author_id: author, sender_id: sender, attachments } = pointing;
  const referenced = [...(pointing.referenced_tweets ?? []), ...(pointing.referenced_posts ?? [])].map((one) => one.id);
  const listed = (name: string) => {
    const list = includes[name];
    return (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
      const named = Named.safeParse(one).data;
      return named ? [{ one, named }] : [];
    });
  };
  const tweets = [...listed('tweets'), ...listed('posts')].filter(({ named }) => referenced.includes(named.id));
  const people = new Set([author, sender, ...tweets.map(({ named }) => named.author_id)]);
  const users = listed('users').filter(({ named }) => named.id !== undefined && people.has(named.id));
  const media = listed('media').filter(({ named }) => attachments?.media_keys.includes(named.media_key));
  const parts = { users, tweets, media };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, found]) => (found.length > 0 ? [[name, found.map(({ one }) => one)]] : [])),
  );
}
