import { type Call, Refused, type Reply } from '../loopback/serve.ts';
import type { Faults } from '../network.ts';
import type { TikTokBusiness } from './network.ts';
import { type Comment, find, type State, type Video } from './state.ts';

/** HTTP 200 whatever happens; the code inside says how it went. */
export const tikTokError = (code: number, message: string) =>
  new Refused(200, { code, message, request_id: '2026112200000000', data: {} });
const invalid = (message: string) => tikTokError(40002, message);

interface CallParts {
  readonly state: State;
  readonly faults: Faults;
  readonly random: () => number;
  readonly business: TikTokBusiness;
  readonly now: () => Date;
  readonly name: string;
  readonly username: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  /** Each renewal gives a new refresh token, and the old one opens nothing any more. */
  readonly rotates?: boolean;
  readonly businessId: string;
  readonly onSubscribed: () => void;
}
const DAY_SECONDS = 86_400;
const MAX_TEXT = 150;
const MAX_COUNT = 30;

/** TikTok's API for Business, as far as it concerns comments on own videos. */
export function createCalls(parts: CallParts): (call: Call) => Reply {
  const { state, faults, business } = parts;
  const isDrawn = (share: number) => share > 0 && parts.random() < share;
  const tokens = new Map<string, number>();
  let { refreshToken } = parts;
  const ok = (data: unknown): Reply => ({ status: 200, body: { code: 0, message: 'OK', request_id: '1', data } });

  function renew({ json }: Call): Reply {
    const isClient = json?.client_id === parts.appId && json?.client_secret === parts.appSecret;
    const isKnown = json?.grant_type === 'refresh_token' && json?.refresh_token === refreshToken;
    if (!isClient || !isKnown || faults.isTokenRevoked) throw tikTokError(40105, 'The refresh token is invalid.');
    const access_token = `act.${tokens.size + 1}`;
    tokens.set(access_token, parts.now().getTime() + DAY_SECONDS * 1_000);
    if (parts.rotates) refreshToken = `${parts.refreshToken}.${tokens.size}`;
    return ok({ access_token, expires_in: DAY_SECONDS, refresh_token: refreshToken, open_id: parts.businessId });
  }

  function authorize({ headers, query, json }: Call): void {
    const until = tokens.get(String(headers['access-token'] ?? '')) ?? 0;
    if (faults.isTokenRevoked || until < parts.now().getTime())
      throw tikTokError(40105, 'Access token is incorrect or has been revoked.');
    if ((query.get('business_id') ?? json?.business_id) !== parts.businessId)
      throw tikTokError(40001, 'You do not have permission to this business account.');
  }

  /** What of a list comes at this time: with the dials of lost, late and doubled news. */
  function listed(all: readonly Comment[]): Comment[] {
    if (faults.isSilent) return [];
    const due = performance.now();
    return all
      .filter((one) => !one.isGone && one.shownAt <= due && !isDrawn(faults.drop))
      .toReversed()
      .flatMap((one) => (isDrawn(faults.duplicate) ? [one, one] : [one]));
  }

  function page({ query }: Call, all: readonly Comment[]): Reply {
    const from = Number(query.get('cursor') ?? 0);
    const size = Number(query.get('max_count') ?? 20);
    const isSorted = query.get('sort_field') === 'create_time' && query.get('sort_order') === 'desc';
    if (!(size >= 1 && size <= MAX_COUNT) || !Number.isInteger(from) || !isSorted) throw invalid('Invalid paging.');
    const list = listed(all);
    const cursor = from + size;
    const comments = list.slice(from, cursor).map(shown);
    return ok({ comments, cursor, has_more: cursor < list.length });
  }

  function videoOf(id: unknown): Video {
    const video = state.videos.find((one) => one.id === id);
    if (!video) throw invalid('video_id: the video does not exist or is not public.');
    return video;
  }
  function commentOf(json: Call['json']): Comment {
    const one = find(state, json?.comment_id);
    if (!one) throw invalid('comment_id: the comment does not exist.');
    return one;
  }
  function only(json: Call['json'], names: readonly string[]): void {
    const odd = Object.keys(json ?? {}).find((name) => name !== 'business_id' && !names.includes(name));
    if (odd) throw invalid(`${odd}: Unknown field.`);
  }

  function reply({ json }: Call): Reply {
    only(json, ['video_id', 'comment_id', 'text']);
    const parent = commentOf(json);
    const text = json?.text;
    if (videoOf(json?.video_id) !== parent.video || parent.parent !== null) throw invalid('comment_id does not fit.');
    if (typeof text !== 'string' || text === '' || text.length > MAX_TEXT) throw invalid('text: 1 to 150 characters.');
    const one = business.comment(null, parent.video, parent, text);
    return ok({ comment_id: one.id, create_time: seconds(one.at), text });
  }

  function change(path: string, { json }: Call): Reply {
    const one = commentOf(json);
    const { action } = json ?? {};
    if (path === 'business/comment/delete') {
      only(json, ['comment_id']);
      if (one.by !== null) throw tikTokError(40001, 'You can only delete your own comments.');
      business.remove(one);
    } else if (path === 'business/comment/like') {
      only(json, ['comment_id', 'action']);
      if (action !== 'LIKE' && action !== 'UNLIKE') throw invalid('action: Invalid value.');
      one.isLiked = action === 'LIKE';
    } else {
      only(json, ['video_id', 'comment_id', 'action']);
      if (action !== 'HIDE' && action !== 'UNHIDE') throw invalid('action: Invalid value.');
      business.setHidden(one, action === 'HIDE');
    }
    return ok({});
  }

  function subscribe({ json }: Call): Reply {
    const { app_id, secret, event_type, callback_url } = json ?? {};
    if (app_id !== parts.appId || secret !== parts.appSecret) throw tikTokError(40105, 'Invalid app.');
    if (event_type !== 'COMMENT' || typeof callback_url !== 'string') throw invalid('callback_url: Invalid value.');
    state.callbackUrl = callback_url;
    parts.onSubscribed();
    return ok({ app_id, event_type, callback_url });
  }

  return (call) => {
    const path = call.path.filter(Boolean).slice(2).join('/');
    const isKnown = call.pathname.startsWith('/open_api/v1.3/') && call.pathname.endsWith('/');
    if (!isKnown) throw tikTokError(40006, 'The requested path does not exist.');
    if (path === 'tt_user/oauth2/refresh_token') return renew(call);
    if (path === 'business/webhook/update') return subscribe(call);
    authorize(call);
    switch (`${call.method} ${path}`) {
      case 'GET business/get':
        return ok({ username: parts.username, display_name: parts.name });
      case 'GET business/video/list':
        return ok({ videos: state.videos.toReversed().slice(0, 20).map(shownVideo), cursor: 0, has_more: false });
      case 'GET business/comment/list': {
        const video = videoOf(call.query.get('video_id'));
        return page(
          call,
          state.comments.filter((one) => one.video === video && one.parent === null),
        );
      }
      case 'GET business/comment/reply/list': {
        const parent = find(state, call.query.get('comment_id'));
        if (!parent) throw invalid('comment_id: the comment does not exist.');
        return page(
          call,
          state.comments.filter((one) => one.parent === parent),
        );
      }
      case 'POST business/comment/reply/create':
        return reply(call);
      case 'POST business/comment/delete':
      case 'POST business/comment/like':
      case 'POST business/comment/hide':
        return change(path, call);
      default:
        throw tikTokError(40006, 'The requested path does not exist.');
    }
  };

  function shownVideo(video: Video) {
    const comments = listed(state.comments.filter((one) => one.video === video)).length;
    return { item_id: video.id, caption: video.caption, create_time: seconds(video.at), comments };
  }
  function shown(one: Comment) {
    const replies = state.comments.filter(({ parent, isGone }) => parent === one && !isGone).length;
    const { by } = one;
    return {
      comment_id: one.id,
      video_id: one.video.id,
      user_id: by ? `u_${by.id}` : 'u_business',
      unique_identifier: by ? `id_${by.id}` : 'id_business',
      username: by ? by.handle : parts.username,
      display_name: by ? by.name : parts.name,
      profile_image: 'https://p16.tiktok.test/a',
      text: one.text,
      likes: one.isLiked ? 1 : 0,
      replies,
      owner: by === null,
      liked: one.isLiked,
      pinned: false,
      status: one.isHidden ? 'HIDDEN' : 'PUBLIC',
      create_time: seconds(one.at),
      parent_comment_id: one.parent?.id ?? null,
    };
  }
}

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));
