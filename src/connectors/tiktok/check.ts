import { z } from 'zod';
import type { AccountCheck, ConnectResult } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { RestAnswer, RestFailure } from '../shared/rest.ts';
import { lenient, text, webUrl } from '../shared/shapes.ts';
import { wrong } from '../shared/wrong.ts';
import type { Calls } from './calls.ts';
import type { TikTokCredentials } from './credentials.ts';
import { listVideos } from './list.ts';

const Profile = z.object({ username: lenient(text), display_name: lenient(text), profile_image: lenient(webUrl) });

export async function checkAccount(calls: Calls, { businessId }: TikTokCredentials): Promise<AccountCheck> {
  const videos = await listVideos(calls, 1);
  if ('kind' in videos) return whatIsWrong(videos);
  const fields = JSON.stringify(['username', 'display_name', 'profile_image']);
  const profile = await calls({ method: 'GET', path: 'business/get', query: { fields } });
  const known = profile.kind === 'ok' ? Profile.safeParse(profile.json).data : undefined;
  return {
    ok: true,
    account: {
      id: businessId as ExternalAccountId,
      name: known?.display_name || known?.username || 'TikTok account',
      ...(known?.username ? { handle: known.username } : {}),
      ...(known?.profile_image ? { avatarUrl: known.profile_image } : {}),
    },
    warnings: [],
  };
}

/** One address for all accounts of an app. */
export async function subscribe(
  callApp: (path: string, body: Readonly<Record<string, unknown>>) => Promise<RestAnswer>,
  { appId, appSecret }: TikTokCredentials,
  url: string,
): Promise<ConnectResult> {
  const body = { app_id: appId, secret: appSecret, event_type: 'COMMENT', callback_url: url };
  const answer = await callApp('business/webhook/update', body);
  if (answer.kind === 'ok') return { ok: true, detail: 'TikTok tells this address what becomes of comments.' };
  return {
    ok: false,
    problem: `TikTok did not take the webhook: ${answer.message}`,
    todo: 'Comments are read every 2 minutes all the same. So that deletions are told, connect again when the address can be reached over HTTPS.',
  };
}

function whatIsWrong({ status, message }: RestFailure): AccountCheck {
  if (status === 401)
    return wrong(
      `TikTok does not accept the login: ${message}`,
      'Compare App ID and secret, and let the business account allow the app again.',
      'refreshToken',
    );
  if (status === 403)
    return wrong(
      `TikTok refuses: ${message}`,
      'The app must be approved for TikTok Accounts with comments, and the business ID must be the open_id that came with the refresh token.',
      'businessId',
    );
  if (status === 429) return wrong('TikTok asks to slow down.', 'Wait some minutes, then test again.');
  return wrong(`TikTok does not answer as it should: ${message}`, 'Wait some minutes, then test again.');
}
