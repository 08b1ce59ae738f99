import { z } from 'zod';
import { id, lenient, text } from '../shared/shapes.ts';
import { listOf } from './shapes.ts';
import { EntitiesOfV1, fileOfV1, filesOfV1 } from './v1-media.ts';
import { isoOfV1 } from './v1-moment.ts';
import { personOfV1 } from './v1-person.ts';

const count = lenient(z.number().nonnegative());
const files = lenient(z.looseObject({ media: listOf(fileOfV1) }));
const Person = z.looseObject({ id_str: lenient(id), id: lenient(id) });
const Quoted = z.looseObject({
  id: lenient(id),
  id_str: lenient(id),
  text: lenient(text),
  full_text: lenient(text),
  extended_tweet: lenient(z.looseObject({ full_text: lenient(text) })),
  user: lenient(Person),
});
const Old = z.looseObject({
  id: lenient(id),
  id_str: lenient(id),
  text: lenient(text),
  full_text: lenient(text),
  created_at: z.string().transform(isoOfV1),
  user: lenient(Person),
  conversation_id_str: lenient(id),
  conversation_id: lenient(id),
  in_reply_to_status_id_str: lenient(id),
  in_reply_to_user_id_str: lenient(id),
  quoted_status_id_str: lenient(id),
  quoted_status: lenient(Quoted),
  quoted_status_permalink: lenient(z.looseObject({ url: z.string().min(1), expanded: text })),
  retweeted_status: lenient(Quoted),
  edit_history: lenient(z.looseObject({ edit_tweet_ids: lenient(z.array(id)) })),
  extended_tweet: lenient(
    z.looseObject({ full_text: text, entities: lenient(EntitiesOfV1), extended_entities: files }),
  ),
  entities: lenient(EntitiesOfV1),
  extended_entities: files,
  favorite_count: count,
  reply_count: count,
  retweet_count: count,
  quote_count: count,
});

/**
 * A post of the API v1.1 in the shape of v2, with what it names beside it; null where it is none. A long one has its
 * whole text apart. The conversation of an answer is not told: `conversation_id` is then absent.
 */
export function postOfV1(raw: unknown): { readonly post: unknown; readonly includes: unknown } | null {
  const old = Old.safeParse(raw).data;
  const number = old?.id_str ?? old?.id;
  if (!old || number === undefined) return null;
  const whole = old.extended_tweet;
  const entities = whole?.entities ?? old.entities;
  const found = filesOfV1(
    (whole?.extended_entities ?? old.extended_entities)?.media ?? whole?.entities?.media ?? old.entities?.media ?? [],
  );
  const answered = old.in_reply_to_status_id_str;
  const quoted = old.quoted_status_id_str ?? numberOf(old.quoted_status);
  const pointer = old.quoted_status_permalink;
  const history = old.edit_history?.edit_tweet_ids ?? [number];
  const root = old.conversation_id_str ?? old.conversation_id ?? (answered === undefined ? history[0] : undefined);
  const reference = (type: string, to: string | undefined) => (to === undefined ? [] : [{ type, id: to }]);
  const post = {
    id: number,
    text: whole?.full_text ?? old.full_text ?? old.text,
    author_id: numberOf(old.user),
    created_at: old.created_at,
    ...(root === undefined ? {} : { conversation_id: root }),
    in_reply_to_user_id: answered === undefined ? undefined : old.in_reply_to_user_id_str,
    referenced_tweets: [
      ...reference('replied_to', answered),
      ...reference('quoted', quoted),
      ...reference('retweeted', numberOf(old.retweeted_status)),
    ],
    edit_history_tweet_ids: history,
    entities: {
      urls: [
        ...(entities?.urls ?? []),
        ...(pointer ? [{ url: pointer.url, expanded_url: pointer.expanded }] : []),
        ...found.links,
      ],
      mentions: (entities?.user_mentions ?? []).map((one) => ({ id: numberOf(one), username: one.screen_name })),
    },
    ...(found.keys.length === 0 ? {} : { attachments: { media_keys: found.keys } }),
    public_metrics: {
      like_count: old.favorite_count,
      reply_count: old.reply_count,
      retweet_count: old.retweet_count,
      quote_count: old.quote_count,
    },
  };
  const people = [old.user, old.quoted_status?.user].flatMap((one) => personOfV1(one) ?? []);
  const includes = { users: people, tweets: quotedIn(old.quoted_status), media: found.media };
  return { post, includes };
}

const numberOf = (one: { readonly id_str?: string | undefined; readonly id?: string | undefined } | undefined) =>
  one?.id_str ?? one?.id;

function quotedIn(quoted: z.infer<typeof Quoted> | undefined) {
  if (!quoted) return [];
  const said = quoted.extended_tweet?.full_text ?? quoted.full_text ?? quoted.text;
  return [{ id: numberOf(quoted), text: said, author_id: numberOf(quoted.user) }];
}
