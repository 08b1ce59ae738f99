import { type Lookups, type MediaPlace, Trouble } from '../../core/channel/connector.ts';
import { type Accounts, field } from './accounts.ts';
import { ONE_USER } from './asking.ts';
import { permalinkOf } from './attachments.ts';
import type { XCredentials } from './credentials.ts';
import { troubleOf } from './outcome.ts';
import { contentOf, countsOf } from './parse-post.ts';
import { personOf } from './person.ts';
import { readPost } from './read-post.ts';
import { User } from './shapes.ts';
import { DEAREST } from './spending.ts';

export function createLookups(accounts: Accounts): Lookups<XCredentials> {
  async function read(id: string, credentials: XCredentials) {
    const { api, spending } = accounts(credentials);
    if (spending.leftFor('lookups', DEAREST.others) < 1) throw spending.usedUp();
    const found = await readPost(api, id);
    if (found === 'gone') return null;
    if ('ok' in found) throw troubleOf(found);
    spending.charge('lookups', 'post', [found.post.id, ...found.includes.tweets.map((one) => one.id)]);
    spending.charge(
      'lookups',
      'user',
      found.includes.users.map((one) => one.id),
    );
    const author = found.includes.users.find((user) => user.id === found.post.author_id);
    return { ...found, author, permalink: permalinkOf(found.post.id, author?.username) };
  }
  return {
    async post(id, credentials, account) {
      const found = await read(id, credentials);
      if (!found) return null;
      const { post, includes, author, permalink } = found;
      const counts = countsOf(post);
      const name = author?.name?.trim() || (author?.username ? `@${author.username}` : undefined);
      return {
        ...(name === undefined ? {} : { authorName: name }),
        isOurs: post.author_id === account,
        content: contentOf(post, includes),
        at: post.created_at,
        permalink,
        ...(counts ? { counts } : {}),
      };
    },
    async person(id, credentials) {
      if (!/^\d{1,19}$/.test(id)) return null;
      const { api, spending } = accounts(credentials);
      if (spending.leftFor('lookups', DEAREST.others) < 1) throw spending.usedUp();
      const answer = await api.get(`/2/users/${id}`, ONE_USER);
      if (!answer.ok && answer.status === 404) return null;
      if (!answer.ok) throw troubleOf(answer);
      const user = User.safeParse(field(answer.body, 'data')).data;
      if (!user) return null; // suspended or gone
      spending.charge('lookups', 'user', [user.id]);
      return personOf(user.id, user);
    },
    async message(id, credentials) {
      const found = await read(id, credentials);
      if (!found) return null;
      const { post, includes, author, permalink } = found;
      const person = post.author_id === undefined ? {} : { person: personOf(post.author_id, author) };
      return { ...person, content: contentOf(post, includes), permalink };
    },
  };
}

/** Files of private lines are given out to signed calls. Other servers than X's own get no signature of ours. */
export function createMedia(accounts: Accounts, baseUrl: string) {
  return async (id: string, credentials: XCredentials): Promise<MediaPlace | null> => {
    if (!URL.canParse(id)) return null;
    const url = new URL(id);
    const isOfX = url.protocol === 'https:' && /(^|\.)(x|twitter|twimg)\.com$/.test(url.hostname);
    if (!isOfX && url.origin !== new URL(baseUrl).origin)
      throw new Trouble('misconfigured', `The file is said to be on ${url.hostname}, which is not a server of X.`);
    return { url: id, headers: { authorization: accounts(credentials).api.sign(url) } };
  };
}
