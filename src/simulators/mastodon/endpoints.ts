import { type Call, pageOf, type Reply } from './call.ts';
import { arrived, disturbed } from './news.ts';
import { changePost, createPost, find, keepMedia } from './posting.ts';
import { notFound, Refusal } from './refusal.ts';
import { search } from './search.ts';
import { type Post, type State, standing } from './state.ts';
import { accountView, mediaView, noticeView, statusView } from './views.ts';

const ok = (body: unknown): Reply => ({ status: 200, body });

function listOf(state: State, call: Call, posts: readonly Post[], usual: number): Reply {
  const { items, link } = pageOf(
    arrived(state, posts, ({ at }) => at),
    call,
    usual,
    40,
  );
  return { status: 200, body: disturbed(state, items).map((post) => statusView(state, post)), link };
}

/** What the account's own server answers. */
export async function answer(state: State, call: Call): Promise<Reply> {
  const { method, path, query } = call;
  const where = `${method} ${path}`;
  const list = (name: string) => query.getAll(`${name}[]`);
  switch (where) {
    case 'GET /api/v2/instance':
      return ok(instanceView(state));
    case 'GET /api/v1/accounts/verify_credentials':
      return ok({ ...accountView(state.brand), source: { privacy: 'public', sensitive: false, language: 'en' } });
    case 'GET /api/v1/apps/verify_credentials':
      return ok({ id: '5512', name: 'Care', website: null, scopes: state.scopes, redirect_uris: [] });
    case 'GET /api/v1/notifications': {
      const types = list('types');
      const mine = state.notices.filter(
        ({ type, post }) => (types.length === 0 || types.includes(type)) && !post?.isDeleted,
      );
      const { items, link } = pageOf(
        arrived(state, mine, ({ at }) => at),
        call,
        40,
        80,
      );
      return { status: 200, body: disturbed(state, items).map((one) => noticeView(state, one)), link };
    }
    case 'GET /api/v1/statuses':
      return ok(
        list('id')
          .flatMap((id) => state.posts.get(id) ?? [])
          .filter(({ isDeleted }) => !isDeleted)
          .map((post) => statusView(state, post)),
      );
    case 'POST /api/v1/statuses':
      return ok(createPost(state, call));
    case 'POST /api/v2/media': {
      const media = await keepMedia(state, call);
      return { status: media.looksLeft > 0 ? 202 : 200, body: mediaView(state, media) };
    }
    case 'GET /api/v2/search':
      return search(state, call);
  }
  const [, kind = '', id = '', edge = ''] =
    /^\/api\/v1\/(statuses|accounts|media|timelines\/tag)\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (kind === 'timelines/tag' && method === 'GET') {
    const tag = new RegExp(`#${decodeURIComponent(id)}(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');
    return listOf(
      state,
      call,
      standing(state).filter(({ text, visibility }) => visibility === 'public' && tag.test(text)),
      20,
    );
  }
  if (kind === 'accounts' && edge === 'statuses' && method === 'GET')
    return listOf(
      state,
      call,
      standing(state).filter(({ by }) => by.id === id),
      20,
    );
  if (kind === 'media' && method === 'GET') {
    const media = state.media.get(id);
    if (!media) throw notFound();
    if (media.looksLeft > 0) media.looksLeft -= 1;
    return { status: media.looksLeft > 0 ? 206 : 200, body: mediaView(state, media) };
  }
  if (kind === 'statuses') return onPost(state, call, find(state, id), edge);
  throw notFound();
}

function onPost(state: State, call: Call, post: Post, edge: string): Reply {
  const { id } = state.brand;
  switch (`${call.method} ${edge}`) {
    case 'GET ':
      return ok(statusView(state, post));
    case 'GET context':
      return ok({
        ancestors: ancestorsOf(post).map((one) => statusView(state, one)),
        descendants: standing(state)
          .filter(({ replyTo }) => replyTo === post)
          .map((one) => statusView(state, one)),
      });
    case 'GET source':
      return ok({ id: post.id, text: post.text, spoiler_text: post.warning });
    case 'PUT ':
      return ok(changePost(state, post, call));
    case 'DELETE ':
      if (post.by !== state.brand) throw notFound();
      post.isDeleted = true;
      return ok({ ...statusView(state, post), text: post.text });
    case 'POST favourite':
      post.favourites.add(id);
      return ok(statusView(state, post));
    case 'POST unfavourite':
      post.favourites.delete(id);
      return ok(statusView(state, post));
    case 'POST reblog':
      if (['private', 'direct'].includes(post.visibility)) throw new Refusal(403, 'This action is not allowed');
      post.boosts.add(id);
      return ok({ ...statusView(state, post), id: state.newId(state.now()), reblog: statusView(state, post) });
    case 'POST unreblog':
      post.boosts.delete(id);
      return ok(statusView(state, post));
    default:
      throw notFound();
  }
}

const ancestorsOf = (post: Post): Post[] => (post.replyTo ? [...ancestorsOf(post.replyTo), post.replyTo] : []);

const instanceView = ({ url, limits }: State) => ({
  domain: new URL(url).host,
  title: 'Kettle social',
  version: '4.6.0',
  api_versions: { mastodon: limits.apiVersion },
  configuration: {
    urls: { streaming: url.replace('http', 'ws') },
    statuses: {
      max_characters: limits.maxCharacters,
      max_media_attachments: limits.maxFiles,
      characters_reserved_per_url: limits.charactersPerUrl,
    },
    media_attachments: {
      supported_mime_types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4', 'audio/mpeg'],
      image_size_limit: limits.imageBytes,
      video_size_limit: 103_809_024,
    },
  },
});
