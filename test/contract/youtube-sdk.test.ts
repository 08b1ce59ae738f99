import { auth, youtube } from '@googleapis/youtube';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ida } from './lab.ts';
import { openYouTubeWorld } from './youtube-world.ts';

/** Google's own client is the judge of the simulator: it makes the calls, and its types read the answers. */
describe('@googleapis/youtube against the simulator', () => {
  let world: Awaited<ReturnType<typeof openYouTubeWorld>>;
  const client = () => {
    const { url, client: app } = world.network;
    const signedIn = new auth.OAuth2({
      clientId: app.id,
      clientSecret: app.secret,
      endpoints: { oauth2TokenUrl: `${url}/token` },
    });
    signedIn.setCredentials({ refresh_token: app.refreshToken });
    return youtube({ version: 'v3', auth: signedIn, rootUrl: `${url}/` });
  };
  beforeAll(async () => {
    world = await openYouTubeWorld();
  });
  afterAll(() => world.network.close());

  it('signs in and finds its channel', async () => {
    const { data } = await client().channels.list({ part: ['snippet', 'contentDetails'], mine: true });
    expect(data.items?.[0]).toMatchObject({ id: world.account, snippet: { title: 'Kettle & Co.' } });
    const uploads = data.items?.[0]?.contentDetails?.relatedPlaylists?.uploads ?? '';
    const list = await client().playlistItems.list({ part: ['contentDetails'], playlistId: uploads, maxResults: 50 });
    const ids = list.data.items?.map(({ contentDetails }) => contentDetails?.videoId ?? '') ?? [];
    const videos = await client().videos.list({ part: ['snippet', 'statistics'], id: ids });
    expect(videos.data.items?.map(({ snippet }) => snippet?.title)).toEqual([
      'The Kettle 3 is here ☕',
      'The Kettle 2',
    ]);
  });

  it('reads, answers, edits, moderates and deletes', async () => {
    const place = world.network.places(ida)[0]?.id ?? '';
    const { id } = await world.network.say(ida, { place, text: 'Mine leaks & hisses' });
    const api = client();
    const threads = await api.commentThreads.list({
      part: ['snippet', 'replies'],
      allThreadsRelatedToChannelId: world.account,
      order: 'time',
      maxResults: 100,
      textFormat: 'plainText',
      moderationStatus: 'published',
    });
    expect(threads.data.items?.[0]).toMatchObject({
      kind: 'youtube#commentThread',
      id,
      snippet: { totalReplyCount: 0, topLevelComment: { snippet: { textDisplay: 'Mine leaks & hisses' } } },
    });
    const requestBody = { snippet: { parentId: id, textOriginal: 'Sorry!' } };
    const answer = await api.comments.insert({ part: ['snippet'], requestBody });
    const own = answer.data.id ?? '';
    expect(answer.data.snippet).toMatchObject({ parentId: id, authorChannelId: { value: world.account } });
    await api.comments.update({ part: ['snippet'], requestBody: { id: own, snippet: { textOriginal: 'So sorry!' } } });
    const replies = await api.comments.list({ part: ['snippet'], parentId: id, textFormat: 'plainText' });
    expect(replies.data.items?.map(({ snippet }) => snippet?.textDisplay)).toEqual(['So sorry!']);
    await api.comments.setModerationStatus({ id: [id], moderationStatus: 'heldForReview' });
    const held = await api.commentThreads.list({
      part: ['snippet'],
      allThreadsRelatedToChannelId: world.account,
      moderationStatus: 'heldForReview',
    });
    expect(held.data.items?.[0]?.snippet?.topLevelComment?.snippet?.moderationStatus).toBe('heldForReview');
    expect((await api.comments.delete({ id: own })).status).toBe(204);
  });

  it.each<[string, () => Promise<unknown>, number, string]>([
    ['a comment that is gone', () => client().comments.delete({ id: 'UgxGone' }), 404, 'commentNotFound'],
    [
      'an answer without words',
      () => client().comments.insert({ part: ['snippet'], requestBody: { snippet: { parentId: 'UgxGone' } } }),
      400,
      'commentTextRequired',
    ],
    ['two filters', () => client().comments.list({ part: ['id'], id: ['a'], parentId: 'b' }), 400, 'badRequest'],
  ])('understands the refusal of %s', async (_, call, code, reason) => {
    await expect(call()).rejects.toMatchObject({
      status: code,
      response: { data: { error: { errors: [{ reason }] } } },
    });
  });
});
