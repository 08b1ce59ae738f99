import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { lenient } from '../shared/shapes.ts';
import { ownAccount } from './account.ts';
import { type ApiParts, openReddit, type Reddit, type RedditFailure } from './api.ts';
import type { RedditCredentials } from './credentials.ts';
import { GrantFacts } from './login.ts';
import { outcomeOf } from './outcome.ts';

type Wrong = Extract<AccountCheck, { ok: false }>;
/** Without these there is no inbox. */
const NEEDED = ['identity', 'read', 'privatemessages'];
/** Without these something is missing. */
const USEFUL: Readonly<Record<string, string>> = {
  submit: 'answers cannot be sent',
  edit: 'answers cannot be edited or deleted',
  history: "the account's own answers given on Reddit do not come in, and a lost answer cannot be looked for",
  modposts: 'nothing can be hidden',
};
const SIGN_IN = 'Sign the account in again as the set-up page says, and enter the new refresh token.';
const APP = 'Check the app under reddit.com/prefs/apps, and whether Reddit has approved it for this use.';

export async function checkAccount(parts: ApiParts, credentials: RedditCredentials): Promise<AccountCheck> {
  const grant = await parts.login.open(credentials);
  if (grant.kind === 'later') return wrong(grant.problem, 'Wait some minutes, then test again.');
  if (grant.kind === 'refused') {
    const isToken = grant.problem.includes('refresh token');
    return wrong(grant.problem, isToken ? SIGN_IN : APP, isToken ? 'refreshToken' : 'clientSecret');
  }
  const scopes = GrantFacts.safeParse(grant.body).data?.scope?.split(/[ ,]+/);
  const isAllowed = (scope: string) => !scopes || scopes.includes('*') || scopes.includes(scope);
  const missing = NEEDED.filter((scope) => !isAllowed(scope));
  if (missing.length > 0) return wrong(`The sign-in did not allow ${missing.join(', ')}.`, SIGN_IN, 'refreshToken');

  const reddit = openReddit(parts, credentials);
  const own = await ownAccount(reddit);
  if (own.kind === 'failed') return whatIsWrong(own);
  if (own.name.toLowerCase() !== credentials.username.toLowerCase())
    return wrong(
      `The refresh token is that of u/${own.name}, not of u/${credentials.username}.`,
      'Enter the name of the account that signed in; Reddit wants the right one in every request.',
      'username',
    );
  if (own.isSuspended)
    return wrong(`Reddit has suspended u/${own.name}.`, 'Ask Reddit at reddit.com/appeal, then test again.');
  return {
    ok: true,
    account: {
      id: own.id as ExternalAccountId,
      name: own.title ?? own.name,
      handle: own.name,
      ...(own.avatarUrl ? { avatarUrl: own.avatarUrl } : {}),
    },
    warnings: [
      ...Object.keys(USEFUL)
        .filter((scope) => !isAllowed(scope))
        .map((scope) => `The sign-in did not allow ${scope}: ${USEFUL[scope]}.`),
      ...(await Promise.all(credentials.subreddits.map((name) => subredditWarning(reddit, name)))).flat(),
    ],
  };
}

const About = z.object({ data: z.object({ user_is_moderator: lenient(z.boolean().nullable()) }) });

async function subredditWarning(reddit: Reddit, name: string): Promise<string[]> {
  const answer = await reddit({ method: 'GET', path: `/r/${name}/about` });
  if (answer.kind === 'failed') return [`r/${name} does not come in: ${outcomeOf(answer, true).detail}`];
  const about = About.safeParse(answer.body).data;
  if (!about) return [`There is no subreddit r/${name}.`];
  return about.data.user_is_moderator
    ? []
    : [`The account is not a moderator of r/${name}, so nothing can be hidden there.`];
}

function whatIsWrong(failure: RedditFailure): Wrong {
  const outcome = outcomeOf(failure, true);
  if (outcome.kind === 'refused' && outcome.reason === 'needs_login')
    return wrong(outcome.detail, SIGN_IN, 'refreshToken');
  if (failure.status === 403) return wrong('Reddit does not let this app in.', APP);
  return wrong(outcome.detail, 'Wait some minutes, then test again.');
}

function wrong(problem: string, todo: string, field?: string): Wrong {
  return { ok: false, problem, todo, ...(field ? { field } : {}) };
}
