import type { Post } from './shapes.ts';

type Links = NonNullable<Post['entities']>['urls'];

/** What was written: X shortens every address and writes `&`, `<` and `>` as HTML does. */
export function plainText(text: string, links: Links): string {
  let plain = text;
  for (const { url, expanded_url: whole, media_key } of links) {
    const isShown = media_key !== undefined || (whole !== undefined && PICTURE.test(whole));
    plain = plain.replaceAll(url, () => (isShown ? '' : (whole ?? url)));
  }
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

const PICTURE = /^https:\/\/(?:x|twitter)\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d+$/;
const LEADING_NAMES = /^(?:@\w{1,20}\s+)+(?=\S)/;
/** The names before an answer, whoever put them there. */
export const withoutNames = (text: string): string => text.replace(LEADING_NAMES, '');

/** The words of a post. The names before an answer are put there by the network; a long post has its text apart. */
export function wordsOf(post: Post): string {
  const { note_tweet: long } = post;
  const links = [...(post.entities?.urls ?? []), ...(long?.entities?.urls ?? [])];
  const quoted = reference(post, 'quoted');
  // what is quoted is shown beside the words, and some answers name its address once more at their end
  const pointer = links.find(({ expanded_url: whole }) => quoted !== undefined && statusIn(whole) === quoted);
  const said = long?.text ?? post.text;
  const text = plainText(pointer && said.endsWith(pointer.url) ? said.slice(0, -pointer.url.length) : said, links);
  return isReply(post) ? withoutNames(text) : text;
}

const statusIn = (address: string | undefined): string | undefined =>
  /^https:\/\/(?:x|twitter)\.com\/\w+\/status\/(\d+)(?:[?#]|$)/.exec(address ?? '')?.[1];

const isReply = (post: Post): boolean =>
  post.in_reply_to_user_id !== undefined || reference(post, 'replied_to') !== undefined;

export const reference = (post: Post, type: 'replied_to' | 'quoted' | 'retweeted'): string | undefined =>
  post.referenced_tweets.find((one) => one.type === type)?.id;
