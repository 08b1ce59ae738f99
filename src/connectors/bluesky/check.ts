import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type Wrong, wrong } from '../shared/wrong.ts';
import { type AccountCalls, callsOf, field, textOf } from './account-calls.ts';
import type { BlueskyCredentials } from './credentials.ts';
import { Profile } from './lexicon.ts';
import { isOff } from './pull-messages.ts';
import type { Session, Sessions } from './sessions.ts';
import type { XrpcFailure } from './xrpc.ts';

export async function checkAccount(sessions: Sessions, credentials: BlueskyCredentials): Promise<AccountCheck> {
  const session = await sessions.renew(credentials);
  if (!session.ok) return whatIsWrong(session, credentials);
  if (!session.isActive) return closed(session.status);
  const calls = callsOf(sessions, credentials);
  const answer = await calls.get('app.bsky.actor.getProfile', { actor: session.did });
  if (!answer.ok && answer.status !== 400) return whatIsWrong(answer, credentials);
  // a new account has no profile yet, and works
  const profile = answer.ok ? Profile.safeParse(answer.body).data : undefined;
  return {
    ok: true,
    account: {
      id: session.did as ExternalAccountId,
      name: profile?.displayName?.trim() || session.handle,
      handle: session.handle,
      ...(profile?.avatar === undefined ? {} : { avatarUrl: profile.avatar }),
    },
    warnings: await messageWarnings(calls, session, credentials),
  };
}

async function messageWarnings(
  calls: AccountCalls,
  session: Session,
  { chatProxy }: BlueskyCredentials,
): Promise<string[]> {
  if (chatProxy === '') return ['Direct messages are off, because no chat service is set.'];
  const notAllowed =
    'Direct messages do not come in: this app password does not allow them. Make a new one with "Allow access to your direct messages" ticked.';
  if (!session.mayReadMessages) return [notAllowed];
  const convos = await calls.chatGet('chat.bsky.convo.listConvos', { limit: 1 });
  if (!convos.ok && isOff(convos))
    return [
      convos.status === 400 ? notAllowed : 'The chat service is not to be found, so direct messages do not come in.',
    ];
  if (!convos.ok) return [`Direct messages do not come in just now: ${convos.message}`];
  const declared = await calls.get('com.atproto.repo.getRecord', {
    repo: session.did,
    collection: 'chat.bsky.actor.declaration',
    rkey: 'self',
  });
  const allowed = declared.ok ? (textOf(field(declared.body, 'value'), 'allowIncoming') ?? 'following') : 'following';
  if (allowed === 'all' || (!declared.ok && declared.status !== 400)) return [];
  const who = allowed === 'none' ? 'nobody' : 'only people whom the account follows';
  return [`Direct messages are open to ${who}. In Bluesky: Settings, Chat, allow new messages from everyone.`];
}

function whatIsWrong({ status, error, message }: XrpcFailure, { service }: BlueskyCredentials): Wrong {
  const host = new URL(service).host;
  if (error === 'AuthFactorTokenRequired')
    return wrong(
      'This is the main password, and the account is protected by a code sent by e-mail.',
      'Make an app password in Bluesky: Settings, Privacy and security, App passwords. It needs no code.',
      'appPassword',
    );
  if (error === 'AccountTakedown' || error === 'AccountSuspended') return closed('suspended');
  if (error === 'AccountDeactivated') return closed('deactivated');
  if (status === 429)
    return wrong('Bluesky asks to slow down: too many logins.', 'Wait some minutes, then test again.');
  if (status === 401 || /token/i.test(error))
    return wrong(
      'Bluesky does not know this handle with this password.',
      'Check the handle, and make a new app password in Bluesky: Settings, Privacy and security, App passwords.',
      'appPassword',
    );
  if (error === 'ENOTFOUND' || error === 'EAI_AGAIN')
    return wrong(`There is no server called ${host}.`, 'Check the address of the server.', 'service');
  if (status === 0)
    return wrong(
      `The server ${host} does not answer: ${message}`,
      'Check the address, and whether this machine may reach it.',
      'service',
    );
  if (status === 404 || error === 'NotASession' || error === 'NotJson' || (status >= 300 && status < 400))
    return wrong(
      `The server ${host} is not a Bluesky server.`,
      'Check the address of the server; most accounts use https://bsky.social.',
      'service',
    );
  if (status >= 500)
    return wrong(`The server ${host} has trouble of its own: ${message}`, 'Test again in some minutes.');
  return wrong(`Bluesky refused the login: ${message}`, 'Check the handle and the app password.', 'identifier');
}

function closed(status: string | null): Wrong {
  if (status === 'deactivated')
    return wrong('The account is deactivated.', 'Sign in to Bluesky with it and activate it again.', 'identifier');
  return wrong(
    `Bluesky has suspended the account${status === null ? '' : ` (${status})`}.`,
    'Sign in to Bluesky with it: the reason and how to object are shown there.',
    'identifier',
  );
}
