import type { Lag } from '../lag.ts';
import { type Call, choiceOf, type Endpoint, expectOnly, filterOf, idsOf, pageOf, partsOf } from './call.ts';
import { forbidden, invalid, notFound } from './refusal.ts';
import type { CommentRecord, Store } from './store.ts';
import { uploadsOf, type Views } from './views.ts';

/** What the documentation leaves open, to be tried both ways. */
export interface Manners {
  /** A request by ids fails when one of them is gone; else that one is left out. */
  missesLoudly: boolean;
  /** So does one with a comment below a video whose comments were switched off. */
  refusesClosed: boolean;
}

const STATES = ['published', 'heldForReview', 'likelySpam'];
const FORMATS = ['html', 'plainText'];
const newestFirst = (one: CommentRecord, other: CommentRecord) =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);

/** The half of the API that answers with what stands there. */
export function reading(
  store: Store,
  views: Views,
  viewer: string,
  lag: Lag,
  manners: Manners,
): Readonly<Record<string, Endpoint>> {
  function byId(call: Call): CommentRecord[] {
    const ids = idsOf(call);
    const found = ids.flatMap((id) => store.comments.get(id) ?? []).filter(({ state }) => state !== 'rejected');
    if (manners.missesLoudly && found.length < ids.length) throw notFound('commentNotFound', 'comment');
    if (manners.refusesClosed && found.some(({ videoId }) => store.videos.get(videoId)?.hasComments === false))
      throw forbidden('The video identified by the videoId parameter has disabled comments.', 'commentsDisabled');
    return found;
  }
  const all = () => [...store.comments.values()];
  const repliesOf = (comment: CommentRecord, state: string) =>
    lag
      .arrived(store.repliesOf(comment.id), ({ at }) => at)
      .filter((reply) => reply.state === 'published' || (state !== 'published' && reply.state === state));

  function threads(call: Call) {
    const filters = ['allThreadsRelatedToChannelId', 'channelId', 'id', 'postId', 'videoId'];
    const others = ['part', 'maxResults', 'moderationStatus', 'order', 'pageToken', 'searchTerms', 'textFormat'];
    expectOnly(call, [...filters, ...others]);
    const parts = partsOf(call, ['id', 'snippet', 'replies']);
    const filter = filterOf(call, filters);
    const textFormat = choiceOf(call, 'textFormat', FORMATS);
    if (filter === 'id') {
      for (const name of ['maxResults', 'pageToken', 'order', 'moderationStatus', 'searchTerms'])
        if (call.query.has(name)) throw invalid(`Incompatible parameters specified in the request: id, ${name}`);
      const items = byId(call)
        .filter(({ parentId }) => parentId === null)
        .map((one) => views.thread(one, repliesOf(one, 'published'), parts, { textFormat, withState: false }));
      return views.list('commentThread', items, {
        pageInfo: { totalResults: items.length, resultsPerPage: items.length },
      });
    }
    choiceOf(call, 'order', ['time', 'relevance']);
    const state = choiceOf(call, 'moderationStatus', STATES);
    const channelId = call.query.get('allThreadsRelatedToChannelId');
    const video = store.videos.get(call.query.get('videoId') ?? '');
    if (filter === 'videoId' && !video) throw notFound('videoNotFound', 'video');
    if (video && !video.hasComments)
      throw forbidden('The video identified by the videoId parameter has disabled comments.', 'commentsDisabled');
    if (channelId !== null && !store.channels.has(channelId)) throw notFound('channelNotFound', 'channel');
    const owner = video?.channelId ?? channelId;
    if (state !== 'published' && owner !== viewer)
      throw forbidden('The request might not be properly authorized to list held comments.');
    const mine = all().filter(
      (one) =>
        one.parentId === null &&
        (video ? one.videoId === video.id : store.videos.get(one.videoId)?.channelId === owner),
    );
    const wanted = mine.filter(
      (one) =>
        one.state === state ||
        (state !== 'published' && store.repliesOf(one.id).some((reply) => reply.state === state)),
    );
    const listed = filter === 'channelId' || filter === 'postId' ? [] : wanted;
    const { page, about } = pageOf(call, [...lag.arrived(listed, ({ at }) => at)].sort(newestFirst), 100, 20);
    const items = lag
      .disturbed(page)
      .map((one) => views.thread(one, repliesOf(one, state), parts, { textFormat, withState: true }));
    return views.list('commentThread', items, about);
  }

  function comments(call: Call) {
    expectOnly(call, ['part', 'id', 'parentId', 'maxResults', 'pageToken', 'textFormat']);
    partsOf(call, ['id', 'snippet']);
    const textFormat = choiceOf(call, 'textFormat', FORMATS);
    if (filterOf(call, ['id', 'parentId']) === 'id') {
      const items = byId(call);
      return views.list(
        'comment',
        items.map((one) => views.comment(one, { textFormat, withState: false })),
        {
          pageInfo: { totalResults: items.length, resultsPerPage: items.length },
        },
      );
    }
    const parent = store.comments.get(call.query.get('parentId') ?? '');
    if (!parent || parent.parentId !== null) throw notFound('commentNotFound', 'comment');
    const { page, about } = pageOf(call, repliesOf(parent, 'published').sort(newestFirst), 100, 20);
    return views.list(
      'comment',
      page.map((one) => views.comment(one, { textFormat, withState: true })),
      about,
    );
  }

  return {
    'GET commentThreads': threads,
    'GET comments': comments,
    'GET channels': (call) => {
      expectOnly(call, ['part', 'id', 'mine', 'forHandle', 'maxResults', 'pageToken']);
      const parts = partsOf(call, ['id', 'snippet', 'contentDetails', 'statistics', 'status']);
      const filter = filterOf(call, ['id', 'mine', 'forHandle']);
      const ids = filter === 'mine' ? [viewer] : idsOf(call);
      const items = ids.flatMap((id) => store.channels.get(id) ?? []).map((one) => views.channel(one, parts));
      const about = { pageInfo: { totalResults: items.length, resultsPerPage: 5 } };
      // an empty list is left out
      return items.length > 0 ? views.list('channel', items, about) : { kind: 'youtube#channelListResponse', ...about };
    },
    'GET videos': (call) => {
      expectOnly(call, ['part', 'id', 'maxResults', 'pageToken', 'hl']);
      const parts = partsOf(call, ['id', 'snippet', 'contentDetails', 'statistics', 'status']);
      filterOf(call, ['id']);
      const items = idsOf(call)
        .flatMap((id) => store.videos.get(id) ?? [])
        .map((one) => views.video(one, parts));
      return views.list('video', items, { pageInfo: { totalResults: items.length, resultsPerPage: items.length } });
    },
    'GET playlistItems': (call) => {
      expectOnly(call, ['part', 'id', 'playlistId', 'maxResults', 'pageToken', 'videoId']);
      const parts = partsOf(call, ['id', 'snippet', 'contentDetails', 'status']);
      filterOf(call, ['playlistId', 'id']);
      const playlistId = call.query.get('playlistId') ?? '';
      const videos = [...store.videos.values()].filter(({ channelId }) => uploadsOf(channelId) === playlistId);
      if (videos.length === 0) throw notFound('playlistNotFound', 'playlist');
      const { page, about } = pageOf(call, videos.toReversed(), 50, 5);
      return views.list(
        'playlistItem',
        page.map((one) => views.playlistItem(one, parts)),
        about,
      );
    },
  };
}
