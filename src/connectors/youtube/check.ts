import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type ApiParts, isQuotaOver, openYouTube, type YouTube, type YouTubeFailure } from './api.ts';
import { ownChannel } from './channel.ts';
import type { YouTubeCredentials } from './credentials.ts';
import { GrantFacts } from './login.ts';
import { outcomeBeforeSend } from './outcome.ts';
import type { Channel } from './shapes.ts';

type Wrong = Extract<AccountCheck, { ok: false }>;
const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';
const SIGN_IN = 'Sign in again with your OAuth client as the set-up page says, and enter the new refresh token.';
const CLIENT = 'Copy client ID and client secret anew from the Google Cloud console: APIs & Services, Credentials.';

export async function checkAccount(parts: ApiParts, credentials: YouTubeCredentials): Promise<AccountCheck> {
  const grant = await parts.login.open(credentials);
  if (grant.kind === 'later') return wrong(grant.problem, 'Wait some minutes, then test again.');
  if (grant.kind === 'refused') {
    const isClient = grant.problem.includes('client ID');
    return wrong(grant.problem, isClient ? CLIENT : SIGN_IN, isClient ? 'clientSecret' : 'refreshToken');
  }
  const facts = GrantFacts.safeParse(grant.body).data;
  if (facts?.scope !== undefined && !facts.scope.split(' ').includes(SCOPE))
    return wrong('The sign-in did not allow to read and write comments (youtube.force-ssl).', SIGN_IN, 'refreshToken');

  const youtube = openYouTube(parts, credentials);
  const own = await ownChannel(youtube);
  if (own.kind === 'failed') return whatIsWrong(own, parts.now());
  if (own.kind === 'none')
    return wrong(
      'The Google account that signed in has no YouTube channel.',
      'Sign in again and pick the channel when Google asks which one.',
      'refreshToken',
    );
  const endsIn = facts?.refresh_token_expires_in;
  const expiresAt = endsIn === undefined ? undefined : new Date(parts.now().getTime() + endsIn * 1_000);
  return {
    ok: true,
    account: accountOf(own.channel),
    ...(expiresAt ? { expiresAt } : {}),
    warnings: [
      ...(expiresAt
        ? [
            'The sign-in ends by itself, because the Google Cloud project is still in testing. Publish its consent screen, then sign in again.',
          ]
        : []),
      ...(await heldWarning(youtube, own.channel)),
    ],
  };
}

function accountOf({ id, snippet }: Channel) {
  return {
    id: id as ExternalAccountId,
    name: snippet.title,
    ...(snippet.customUrl ? { handle: snippet.customUrl.replace(/^@/, '') } : {}),
    ...(snippet.thumbnails?.default ? { avatarUrl: snippet.thumbnails.default.url } : {}),
  };
}

/** Only who manages the channel may see what is held. */
async function heldWarning(youtube: YouTube, { id }: Channel): Promise<string[]> {
  const query = { part: 'id', allThreadsRelatedToChannelId: id, moderationStatus: 'heldForReview', maxResults: 1 };
  const answer = await youtube({ method: 'GET', path: 'commentThreads', query });
  return answer.kind === 'failed' ? [`Comments that wait for review do not come in just now: ${answer.message}`] : [];
}

function whatIsWrong(failure: YouTubeFailure, now: Date): Wrong {
  const outcome = outcomeBeforeSend(failure, now);
  if (isQuotaOver(failure))
    return wrong(
      outcome.detail,
      'Test again tomorrow, or ask Google for more in the Google Cloud console under Quotas.',
    );
  if (outcome.kind === 'refused' && outcome.reason === 'needs_login')
    return wrong(outcome.detail, SIGN_IN, 'refreshToken');
  if (failure.reason === 'accessNotConfigured')
    return wrong(
      'The YouTube Data API v3 is not enabled in the Google Cloud project.',
      'Enable it in the Google Cloud console: APIs & Services, Library, YouTube Data API v3.',
    );
  if (outcome.kind === 'try_later') return wrong(outcome.detail, 'Wait some minutes, then test again.');
  return wrong(outcome.detail, 'Look at the project and the channel in the Google Cloud console and YouTube Studio.');
}

function wrong(problem: string, todo: string, field?: string): Wrong {
  return { ok: false, problem, todo, ...(field ? { field } : {}) };
}
