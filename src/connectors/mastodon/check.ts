import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type Wrong, wrong } from '../shared/wrong.ts';
import type { Api, Failed } from './api.ts';
import type { MastodonCredentials } from './credentials.ts';
import { addressOf, handleOf } from './person.ts';
import { Account } from './status.ts';

export async function checkAccount(api: Api, { server, keywords }: MastodonCredentials): Promise<AccountCheck> {
  const answer = await api.get('/api/v1/accounts/verify_credentials');
  if (answer.kind !== 'ok') return whatIsWrong(answer, new URL(server).host);
  const account = Account.safeParse(answer.body).data;
  if (!account) return notMastodon(new URL(server).host);
  return {
    ok: true,
    account: {
      id: addressOf(account) as ExternalAccountId,
      name: account.display_name?.trim() || account.username || account.acct,
      handle: handleOf(account),
      ...(account.avatar === undefined ? {} : { avatarUrl: account.avatar }),
    },
    warnings: [
      ...(await readingWarnings(api)),
      ...(await scopeWarnings(api)),
      ...(await searchWarnings(api, keywords)),
    ],
  };
}

async function readingWarnings(api: Api): Promise<string[]> {
  const answer = await api.get('/api/v1/notifications', { limit: 1 });
  if (answer.kind === 'ok') return [];
  if (answer.kind === 'refused' && answer.status === 403)
    return ['Nothing comes in: this access token may not read notifications. Make one with the scope "read".'];
  return [`Notifications cannot be read just now: ${answer.kind === 'lost' ? answer.detail : answer.message}`];
}

const App = z.object({ scopes: z.array(z.string()) });
const WANTED: Readonly<Record<string, string>> = {
  'write:statuses': 'answers and posts cannot be sent',
  'write:favourites': 'posts cannot be favourited',
  'write:media': 'pictures cannot be sent',
};

/** Known since Mastodon 4.3; where it is not, the first answer that is refused says so. */
async function scopeWarnings(api: Api): Promise<string[]> {
  const answer = await api.get('/api/v1/apps/verify_credentials');
  const scopes = answer.kind === 'ok' ? App.safeParse(answer.body).data?.scopes : undefined;
  if (!scopes || scopes.includes('write')) return [];
  return Object.entries(WANTED)
    .filter(([scope]) => !scopes.includes(scope))
    .map(([scope, so]) => `This access token lacks the scope "${scope}": ${so}.`);
}

async function searchWarnings(api: Api, keywords: readonly string[]): Promise<string[]> {
  const word = keywords.find((keyword) => !keyword.startsWith('#'));
  if (word === undefined) return [];
  const answer = await api.get('/api/v2/search', { q: word, type: 'statuses', limit: 1 });
  return answer.kind === 'ok'
    ? [
        'Words without # are found only where this server has full-text search, and only in posts whose authors allow it.',
      ]
    : ['This server does not let the account search: listen for hashtags instead.'];
}

function whatIsWrong(failure: Failed, host: string): Wrong {
  if (failure.kind === 'lost')
    return failure.isSent && /cannot be read/.test(failure.detail)
      ? notMastodon(host)
      : wrong(
          `The server ${host} does not answer: ${failure.detail}`,
          'Check the address, and whether this machine may reach it.',
          'server',
        );
  const { status, message } = failure;
  if (status === 401)
    return wrong(
      'The server does not know this access token, or it was revoked.',
      'Open Preferences, Development on the server, choose the application, and copy "Your access token" again.',
      'accessToken',
    );
  if (status === 403)
    return wrong(
      `The server does not let this token in: ${message || 'no reason given'}.`,
      'Sign in there with the account: what is wrong is shown. The token needs the scope "read".',
      'accessToken',
    );
  if (status === 404 || status < 400) return notMastodon(host);
  if (status === 429) return wrong('The server asks to slow down.', 'Wait some minutes, then test again.');
  return wrong(`The server ${host} has trouble of its own (${status}).`, 'Test again in some minutes.');
}

const notMastodon = (host: string): Wrong =>
  wrong(
    `The server ${host} does not speak the API of Mastodon.`,
    'Check the address of the server; it is what stands in the browser before the name of the account.',
    'server',
  );
