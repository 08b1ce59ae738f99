import { z } from 'zod';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { type Candidate, CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import type { Api, Query } from './api.ts';
import { MESSAGES, OWN_POSTS } from './asking.ts';
import { lineOf, type Writing, wrote } from './send-message.ts';
import { accepted, answeredBy, numberOf, type Posting, textFor } from './send-post.ts';
import { DirectMessage, listOf, Page, Post } from './shapes.ts';
import { plainText, reference, wordsOf } from './words.ts';

const PAGES = 3;
/** A post that was just written is not in the list at once. */
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
          isSameText(wordsOf(post), text) &&
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
          isOurs: message.sender_id === account && isSameText(text, act.content.text),
        };
      }),
  );
  if (found.candidates === null) return { kind: 'unclear', detail: found.detail };
  const finding = chooseFound(found.candidates, act.createdAt, found.isWhole);
  if (finding.kind !== 'accepted' || !finding.id) return finding;
  return wrote(act, finding.id, conversations.get(finding.id), line.to);
}

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
      // nobody has written there yet
      if (answer.status === 404 && pages === 0) return { candidates, isWhole: true };
      return { candidates: null, detail: answer.detail };
    }
    const { data, meta } = z.looseObject(Page.shape).parse(answer.body ?? {});
    const all = read(data);
    candidates.push(...all.filter(({ isOurs }) => isOurs));
    if (meta.next_token === undefined || all.some(({ at }) => at < since)) return { candidates, isWhole: true };
    token = meta.next_token;
  }
  return { candidates, isWhole: false };
}
