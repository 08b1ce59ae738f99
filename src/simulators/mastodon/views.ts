import { type Account, accountNamed, type Media, NAME, type Notice, type Post, type State } from './state.ts';

export const accountView = ({ id, username, acct, name, url, followers }: Account) => ({
  id,
  username,
  acct,
  display_name: name,
  locked: false,
  bot: false,
  discoverable: true,
  group: false,
  created_at: '2022-11-01T00:00:00.000Z',
  note: '',
  url,
  uri: url.replace('/@', '/users/'),
  avatar: 'https://files.example/avatar.png',
  avatar_static: 'https://files.example/avatar.png',
  header: 'https://files.example/header.png',
  header_static: 'https://files.example/header.png',
  followers_count: followers,
  following_count: 3,
  statuses_count: 12,
  last_status_at: null,
  emojis: [],
  fields: [],
});

export function statusView(state: State, post: Post, isQuoted = false): Record<string, unknown> {
  const { by, replyTo, quotes, mentions, favourites, boosts } = post;
  const answers = [...state.posts.values()].filter((one) => one.replyTo === post && !one.isDeleted);
  return {
    id: post.id,
    uri: `${by.url.replace('/@', '/users/')}/statuses/${post.id}`,
    url: `${by.url}/${post.id}`,
    created_at: post.at.toISOString(),
    edited_at: post.editedAt?.toISOString() ?? null,
    in_reply_to_id: replyTo?.id ?? null,
    in_reply_to_account_id: replyTo?.by.id ?? null,
    visibility: post.visibility,
    language: 'en',
    sensitive: post.warning !== '',
    spoiler_text: post.warning,
    content: htmlOf(state, post.text),
    account: accountView(by),
    mentions: mentions.map(({ id, username, acct, url }) => ({ id, username, acct, url })),
    tags: [...post.text.matchAll(/#(\w+)/g)].map(([, name]) => ({ name, url: `${state.url}/tags/${name}` })),
    emojis: [],
    media_attachments: post.media.map((one) => mediaView(state, one)),
    card: null,
    poll: null,
    reblog: null,
    application: null,
    ...(quotes && !isQuoted ? { quote: { state: 'accepted', quoted_status: statusView(state, quotes, true) } } : {}),
    replies_count: answers.length,
    reblogs_count: boosts.size,
    favourites_count: favourites.size,
    favourited: favourites.has(state.brand.id),
    reblogged: boosts.has(state.brand.id),
    bookmarked: false,
    muted: false,
    pinned: false,
  };
}

export const noticeView = (state: State, { id, type, by, post, at }: Notice) => ({
  id,
  type,
  created_at: at.toISOString(),
  group_key: `ungrouped-${id}`,
  filtered: false,
  account: accountView(by),
  ...(post ? { status: statusView(state, post) } : {}),
});

export const mediaView = (state: State, { id, mimeType, description, looksLeft }: Media) => ({
  id,
  type: mimeType === 'image/gif' ? 'gifv' : (mimeType.split('/')[0] ?? 'unknown'),
  url: looksLeft > 0 ? null : `${state.url}/media/${id}`,
  preview_url: looksLeft > 0 ? null : `${state.url}/media/${id}`,
  remote_url: null,
  description,
  blurhash: null,
  meta: {},
});

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** As Mastodon writes it: names without their server, addresses cut to thirty letters with the rest unseen. */
function htmlOf(state: State, text: string): string {
  const linked = escaped(text)
    .replace(/https?:\/\/[^\s<]+/g, (url) => {
      const plain = url.replace(/^https?:\/\/(www\.)?/, '');
      const prefix = url.slice(0, url.length - plain.length);
      return `<a href="${url}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${prefix}</span><span class="${plain.length > 30 ? 'ellipsis' : ''}">${plain.slice(0, 30)}</span><span class="invisible">${plain.slice(30)}</span></a>`;
    })
    .replace(NAME, (whole: string) => {
      const account = accountNamed(state, whole.slice(1));
      if (!account) return whole;
      return `<span class="h-card" translate="no"><a href="${account.url}" class="u-url mention">@<span>${account.username}</span></a></span>`;
    })
    .replace(
      /(^|\s)#(\w+)/g,
      (_, before: string, tag: string) =>
        `${before}<a href="${state.url}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`,
    );
  return linked
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}
