import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { type Candidate, CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import type { Api, Query } from './api.ts';
import { MESSAGES, OWN_POSTS } from './asking.ts';
import { NO_LIST, pageIn } from './page.ts';
import { lineOf, type Writing, wrote } from './send-message.ts';
import { accepted, answeredBy, numberOf, type Posting, textFor } from './send-post.ts';
import { DirectMessage, listOf, Post } from './shapes.ts';
import { plainText, reference, withoutNames, wordsOf } from './words.ts';

const PAGES = 3;
/** The two clocks differ a little. */
const startOf = (act: Outgoing) => new Date(act.createdAt.getTime() - CLOCK_SKEW_MS);

export async function findPost(api: Api, account: string, act: Posting): Promise<Finding> {
  const start_time = startOf(act)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  const query = { ...OWN_POSTS, exclude: 'retweets', start_time, max_results: 100 };
  const text = textFor(act);
  const answered = answeredBy(act);
  const quoted = act.kind === 'quote' ? numberOf(act.target) : undefined;
  const found = await listed(api, `/2/users/${account}/tweets`, query, startOf(act), (page) =>
    listOf(Post)
      .parse(page)
      .map((post) => ({
        id: post.id as ExternalMessageId,
        at: post.created_at,
        isOurs:
          isSame(wordsOf(post), text) &&
          reference(post, 'replied_to') === answered &&
          (quoted === undefined || reference(post, 'quoted') === quoted),
      })),
  );
  if (found.candidates === null) return { kind: 'unclear', detail: found.detail };
  const finding = chooseFound(found.candidates, act.createdAt, found.isWhole);
  return finding.kind === 'accepted' && finding.id ? accepted(finding.id, account) : finding;
}

export async function findMessage(api: Api, account: string, act: Writing): Promise<Finding> {
  const line = lineOf(act, account);
  if (!line) return { kind: 'absent' };
  const conversations = new Map<string, string>();
  const query = { ...MESSAGES, max_results: 100 };
  const found = await listed(api, `${line.path}/dm_events`, query, startOf(act), (page) =>
    listOf(DirectMessage)
      .parse(page)
      .map((message) => {
        conversations.set(message.id, message.dm_conversation_id);
        const text = plainText(message.text ?? '', message.entities?.urls ?? []);
        return {
          id: message.id as ExternalMessageId,
          at: message.created_at,
          isOurs: message.sender_id === account && isSame(text, act.content.text),
        };
      }),
  );
  if (found.candidates === null) return { kind: 'unclear', detail: found.detail };
  const finding = chooseFound(found.candidates, act.createdAt, found.isWhole);
  if (finding.kind !== 'accepted' || !finding.id) return finding;
  return wrote(act, finding.id, conversations.get(finding.id), line.to);
}

/**
 * X takes the names before an answer for its own, and writes `kettle.shop` as `http://kettle.shop/`: what was sent would
 * not be known again by its letters, and be sent twice.
 */
const isSame = (one: string, other: string): boolean => isSameText(bare(one), bare(other));
const bare = (text: string): string =>
  withoutNames(text.trim())
    .toLowerCase()
    .replaceAll(/https?:\/\//g, '')
    .replaceAll(/\/+(?=\s|$)/g, '');

type Listed =
  | { readonly candidates: readonly Candidate[]; readonly isWhole: boolean }
  | { readonly candidates: null; readonly detail: string };

/** Newest first, until below `since`. */
async function listed(
  api: Api,
  path: string,
  query: Query,
  since: Date,
  read: (page: readonly unknown[]) => readonly (Candidate & { readonly isOurs: boolean })[],
): Promise<Listed> {
  const candidates: Candidate[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const answer = await api.get(path, { ...query, pagination_token: token });
    if (!answer.ok) {
      // nobody has written in that line yet
      if (answer.status === 404 && pages === 0 && path.startsWith('/2/dm_')) return { candidates, isWhole: true };
      return { candidates: null, detail: answer.detail };
    }
    const page = pageIn(answer.body);
    if (!page) return { candidates: null, detail: NO_LIST };
    const { data, meta } = page;
    const all = read(data);
    candidates.push(...all.filter(({ isOurs }) => isOurs));
    if (meta.next_token === undefined || all.some(({ at }) => at < since)) return { candidates, isWhole: true };
    token = meta.next_token;
  }
  return { candidates, isWhole: false };
}
