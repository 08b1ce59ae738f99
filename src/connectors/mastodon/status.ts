import { z } from 'zod';
import { id as anyId, webUrl as anyUrl, lenient, text, moment as when } from '../shared/shapes.ts';

/**
 * The parts of the API's things that are read. Ids are of the account's own server only. Source: Mastodon 4.6
 * documentation, read 2026-11; other servers of the API leave much of it out.
 */
const id = anyId.pipe(z.string().regex(/^[\w-]+$/));
/** No database holds a NUL, nor half of an emoji. */
const webUrl = anyUrl.refine(
  (value) => URL.canParse(value) && /^[\x21-\x7e\u00a1-\ud7ff]+$/.test(value),
  'not a web address',
);
const name = text.pipe(z.string().regex(/^\S{1,300}$/));
const count = z.number().int().nonnegative();

export const Account = z.object({
  id,
  acct: name,
  username: lenient(text),
  display_name: lenient(text),
  url: lenient(webUrl),
  uri: lenient(webUrl),
  avatar: lenient(webUrl),
  followers_count: lenient(count),
  bot: lenient(z.boolean()),
});
export type Account = z.infer<typeof Account>;

const Mention = z.object({ id, acct: name, url: lenient(webUrl) });
const Media = z.object({
  id: lenient(id),
  type: z.string(),
  url: lenient(webUrl.nullable()),
  remote_url: lenient(webUrl.nullable()),
  description: lenient(text.nullable()),
});
const Card = z.object({ url: webUrl, title: lenient(text) });
const Quoted = z.object({
  url: lenient(webUrl.nullable()),
  content: lenient(text),
  account: lenient(z.object({ acct: text, id: lenient(id), url: lenient(webUrl), uri: lenient(webUrl) })),
});

export const Status = z.object({
  id,
  /** The same on every server. */
  uri: lenient(text),
  url: lenient(webUrl.nullable()),
  created_at: when,
  edited_at: lenient(when.nullable()),
  in_reply_to_id: lenient(id.nullable()),
  in_reply_to_account_id: lenient(id.nullable()),
  visibility: z.string().regex(/^\w{1,40}$/),
  spoiler_text: lenient(text),
  sensitive: lenient(z.boolean()),
  content: text,
  account: Account,
  mentions: lenient(z.array(Mention.nullable().catch(null))),
  media_attachments: lenient(z.array(Media.nullable().catch(null))),
  card: lenient(Card.nullable()),
  poll: lenient(z.object({ options: z.array(z.object({ title: text })) }).nullable()),
  quote: lenient(z.object({ quoted_status: lenient(Quoted.nullable()) }).nullable()),
  reblog: lenient(z.unknown()),
  replies_count: lenient(count),
  reblogs_count: lenient(count),
  favourites_count: lenient(count),
});
export type Status = z.infer<typeof Status>;

export const Notification = z.object({
  id,
  type: z.string(),
  created_at: when,
  account: Account,
  status: z.unknown(),
});

/** What began the thread, when it was asked for. */
export const Root = z.object({ id, account: Account });
export type Root = z.infer<typeof Root>;

/** The shapes of a ledger entry, by the key that only it has. */
export const Entry = {
  notification: z.object({ notification: Notification, root: lenient(Root) }),
  /** `ownId`: the account's own, beside what listening found. */
  status: z.object({ status: Status, root: lenient(Root), ownId: lenient(id) }),
  edited: z.object({ edited: Status }),
  gone: z.object({ gone: z.object({ id, at: when }) }),
};
