import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import { type Candidate, CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import type { YouTubeAnswer, YouTubeCall } from './api.ts';
import { wordsOf } from './place.ts';
import { field } from './read-threads.ts';
import { accepted, parentOf, type Sending, videoOf } from './send.ts';
import { Comment, listIn } from './shapes.ts';

const PAGES = 10;
/** New comments may take minutes to appear; what is not to be seen before that may stand there all the same. */
const SEEN_AFTER_MS = 5 * 60_000;
type Reply = Outgoing & { readonly kind: 'reply' };
const unclear = (detail: string): Finding => ({ kind: 'unclear', detail });

/** YouTube has no key against doing a thing twice: looks for our words below the same comment, since the act was made. */
export async function findAct(sending: Sending, act: Outgoing): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return findReply(sending, act);
    case 'edit':
      return look(sending, act.target.id, (comment) => isSameText(wordsOf(comment.snippet), act.content.text));
    case 'delete':
      return findRemoval(sending, act.target.id);
    case 'hide':
    case 'unhide':
      return { kind: 'absent' }; // doing it again does no harm
    default:
      return { kind: 'absent' }; // such an act never leaves the house
  }
}

async function findReply(sending: Sending, act: Reply): Promise<Finding> {
  const parentId = parentOf(act);
  const videoId = videoOf(act);
  const filter = parentId === null ? { videoId: videoId ?? '', order: 'time' } : { parentId };
  const path = parentId === null ? 'commentThreads' : 'comments';
  const candidates: Candidate[] = [];
  let pageToken: string | undefined;
  let isWhole = false;
  for (let page = 0; page < PAGES && !isWhole; page += 1) {
    const query: YouTubeCall['query'] = {
      part: 'snippet',
      ...filter,
      maxResults: 100,
      textFormat: 'plainText',
      pageToken,
    };
    const answer: YouTubeAnswer = await sending.youtube({ method: 'GET', path, query });
    if (answer.kind === 'failed') return unclear(answer.message);
    const list = listIn(answer.body);
    for (const raw of list.items) {
      const top = parentId === null ? field(field(raw, 'snippet'), 'topLevelComment') : raw;
      const { id, snippet } = Comment.safeParse(top).data ?? {};
      if (!id || !snippet) continue;
      const isBefore = snippet.publishedAt.getTime() < act.createdAt.getTime() - CLOCK_SKEW_MS;
      if (parentId === null && isBefore) isWhole = true;
      if (snippet.authorChannelId?.value === sending.account && isSameText(wordsOf(snippet), act.content.text))
        candidates.push({ id: id as Candidate['id'], at: snippet.publishedAt });
    }
    pageToken = list.nextPageToken;
    if (pageToken === undefined) isWhole = true;
  }
  const finding = chooseFound(candidates, act.createdAt, isWhole);
  if (finding.kind === 'accepted' && finding.id !== undefined) {
    sending.lost.delete(act.id);
    return accepted(finding.id, videoId);
  }
  const lostAt = sending.lost.get(act.id) ?? act.createdAt.getTime();
  if (finding.kind === 'absent' && sending.now().getTime() - lostAt < SEEN_AFTER_MS)
    return unclear('It is not to be seen so far. New comments on YouTube may take some minutes to appear.');
  if (finding.kind === 'absent' && /https?:\/\/|www\./i.test(act.content.text))
    return unclear('It is not to be seen, but YouTube often holds back comments with links without a word.');
  return finding;
}

async function look(sending: Sending, id: string, isDone: (comment: Comment) => boolean): Promise<Finding> {
  const answer = await byId(sending, id);
  if (answer.kind === 'failed') return unclear(answer.message);
  const comment = Comment.safeParse(listIn(answer.body).items[0]).data;
  return comment && isDone(comment) ? { kind: 'accepted' } : { kind: 'absent' };
}

async function findRemoval(sending: Sending, id: string): Promise<Finding> {
  const answer = await byId(sending, id);
  if (answer.kind === 'failed') return unclear(answer.message);
  return listIn(answer.body).items.length === 0 ? { kind: 'accepted' } : { kind: 'absent' };
}

const byId = ({ youtube }: Sending, id: string) =>
  youtube({ method: 'GET', path: 'comments', query: { part: 'snippet', id, textFormat: 'plainText' } });
