import { z } from 'zod';
import type { AccountCheck, ConnectResult } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { isOurDoor, isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import type { Line, LineFailure } from './call.ts';
import type { LineCredentials } from './credentials.ts';
import { outcomeOf } from './outcome.ts';

const Bot = z.object({ userId: id, basicId: lenient(z.string()), displayName: text, pictureUrl: lenient(webUrl) });
const Endpoint = z.object({ endpoint: z.string().catch(''), active: z.boolean() });
const Tried = z.object({ success: z.boolean(), reason: z.string().catch(''), detail: z.string().catch('') });

const USE_WEBHOOK =
  'In the LINE Developers console, the channel, "Messaging API": switch on "Use webhook" (and "Webhook redelivery").';

const bad = (problem: string, todo: string, field?: string) =>
  ({ ok: false, problem, todo, ...(field ? { field } : {}) }) as const;

function isWrong(failed: LineFailure) {
  if (failed.kind === 'lost')
    return bad(failed.detail, 'Look whether this machine can reach api.line.me, then try again.');
  if (failed.status === 401)
    return bad(
      `LINE does not know this channel ID with this channel secret (${failed.message || 'no reason given'}).`,
      'Copy both again from the LINE Developers console, "Basic settings" of the Messaging API channel.',
      'channelSecret',
    );
  const outcome = outcomeOf(failed, 0);
  return bad('detail' in outcome ? outcome.detail : failed.message, 'Test the inbox again in some minutes.');
}

export async function checkChannel(
  line: Line,
  credentials: LineCredentials,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const answer = await line.call({ method: 'GET', path: '/v2/bot/info' }, credentials);
  if (answer.kind !== 'ok') return isWrong(answer);
  const bot = Bot.safeParse(answer.body);
  if (!bot.success) return bad('LINE described the account in a way we do not understand.', 'Try again in a while.');
  const { userId, basicId, displayName, pictureUrl } = bot.data;
  const warnings = webhookWarnings(await readEndpoint(line, credentials), callbackUrl);
  return {
    ok: true,
    account: {
      id: userId as ExternalAccountId,
      name: displayName,
      ...(basicId ? { handle: basicId } : {}),
      ...(pictureUrl ? { avatarUrl: pictureUrl } : {}),
    },
    warnings,
  };
}

type EndpointRead = z.infer<typeof Endpoint> | 'none' | 'unread';

async function readEndpoint(line: Line, credentials: LineCredentials): Promise<EndpointRead> {
  const answer = await line.call({ method: 'GET', path: '/v2/bot/channel/webhook/endpoint' }, credentials);
  if (answer.kind === 'error' && answer.status === 404) return 'none';
  const read = answer.kind === 'ok' ? Endpoint.safeParse(answer.body).data : undefined;
  if (!read) return 'unread';
  return read.endpoint === '' ? 'none' : read;
}

function webhookWarnings(read: EndpointRead, callbackUrl: string | undefined): string[] {
  if (read === 'unread') return [];
  // Before the inbox is connected nothing is wrong with that.
  if (read === 'none')
    return callbackUrl === undefined ? [] : ['LINE sends nothing: no webhook is set. Connect the inbox again.'];
  if (!isOurDoor(read.endpoint, 'line', callbackUrl))
    return [
      `LINE sends what happens to ${shownAddress(read.endpoint)}, not to this desk. Connecting the inbox moves it here.`,
    ];
  return read.active ? [] : [`The webhook is switched off. ${USE_WEBHOOK}`];
}

/** One channel has one address: setting it moves the webhook here. */
export async function setWebhook(
  line: Line,
  credentials: LineCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const before = await readEndpoint(line, credentials);
  const set = await line.call(
    { method: 'PUT', path: '/v2/bot/channel/webhook/endpoint', body: { endpoint: callbackUrl } },
    credentials,
  );
  if (set.kind !== 'ok') {
    if (set.kind === 'lost' || set.status === 401) return isWrong(set);
    const why = [set.message, ...set.details].filter(Boolean).join('; ');
    return bad(
      `LINE did not take the webhook address: ${why || set.status}.`,
      `${callbackUrl} must be an HTTPS address.`,
    );
  }
  const tried = await line.call(
    { method: 'POST', path: '/v2/bot/channel/webhook/test', body: { endpoint: callbackUrl } },
    credentials,
  );
  const result = tried.kind === 'ok' ? Tried.safeParse(tried.body).data : undefined;
  if (result && !result.success)
    return bad(
      `LINE could not reach ${callbackUrl}: ${[result.reason, result.detail].filter(Boolean).join(', ')}.`,
      'LINE must be able to call it over HTTPS, with a certificate of a public authority. Then test the inbox again.',
    );
  const after = await readEndpoint(line, credentials);
  if (typeof after === 'object' && !after.active)
    return bad('LINE took the address, but its webhook is switched off.', USE_WEBHOOK);
  const from =
    typeof before === 'object' && !isSameAddress(before.endpoint, callbackUrl)
      ? ` It sent it to ${shownAddress(before.endpoint)} before.`
      : '';
  return {
    ok: true,
    detail: `LINE now sends what happens here.${from} Switch off the greeting and the auto-response in the LINE Official Account Manager, or people get two answers.`,
  };
}
