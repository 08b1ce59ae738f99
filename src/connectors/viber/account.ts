import { z } from 'zod';
import type { AccountCheck, ConnectResult } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { isOurDoor, isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import type { Viber, ViberAnswer } from './call.ts';
import type { ViberCredentials } from './credentials.ts';
import { BAD_TOKEN, outcomeOf } from './outcome.ts';

const Account = z.object({
  id,
  name: text,
  uri: lenient(text),
  icon: lenient(webUrl),
  webhook: lenient(z.string()),
  event_types: lenient(z.array(z.string())),
});
type Account = z.infer<typeof Account>;

/** `message` comes without being asked for. */
const EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];

const bad = (problem: string, todo: string, field?: string) =>
  ({ ok: false, problem, todo, ...(field ? { field } : {}) }) as const;

export async function checkBot(
  viber: Viber,
  { authToken }: ViberCredentials,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const answer = await viber('get_account_info', authToken, {});
  if (answer.kind !== 'ok') return botIsWrong(answer);
  const account = Account.safeParse(answer.body);
  if (!account.success) return bad('Viber described the bot in a way we do not understand.', 'Try again in a while.');
  const { id: botId, name, uri, icon } = account.data;
  return {
    ok: true,
    account: {
      id: botId as ExternalAccountId,
      name,
      ...(uri ? { handle: uri } : {}),
      ...(icon ? { avatarUrl: icon } : {}),
    },
    warnings: warningsOf(account.data, callbackUrl),
  };
}

function botIsWrong(answer: Exclude<ViberAnswer, { kind: 'ok' }>) {
  if (answer.kind === 'lost')
    return bad(answer.detail, 'Look whether this machine can reach chatapi.viber.com, then try again.');
  const { detail } = outcomeOf(answer, 1, new Date(0)) as { detail: string };
  if (answer.status === BAD_TOKEN)
    return bad('Viber does not accept this token.', 'Copy it again: in Viber, Edit info of the bot.', 'authToken');
  return bad(detail, 'When that is settled, test the inbox again.');
}

/** A bot has one webhook, and whoever set it last has it: nothing tells the one before. */
function warningsOf({ webhook, event_types: events }: Account, callbackUrl: string | undefined): string[] {
  // Before the inbox is connected nothing is wrong with that.
  if (!webhook)
    return callbackUrl === undefined ? [] : ['Viber sends nothing: its webhook is not set. Connect the inbox again.'];
  if (!isOurDoor(webhook, 'viber', callbackUrl))
    return [
      `Viber sends what happens to ${shownAddress(webhook)}, not to this desk. Connecting the inbox moves it here.`,
    ];
  const missing = EVENTS.filter((event) => events && !events.includes(event));
  return missing.length > 0
    ? [`Viber is not asked for ${missing.join(', ')}: connect the inbox again to hear of them.`]
    : [];
}

/** Viber asks the address whether it answers while this call is open: the desk must be reachable before. */
export async function setWebhook(
  viber: Viber,
  { authToken }: ViberCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const known = await viber('get_account_info', authToken, {});
  const before = known.kind === 'ok' ? Account.safeParse(known.body).data?.webhook : undefined;
  const answer = await viber('set_webhook', authToken, {
    url: callbackUrl,
    event_types: EVENTS,
    send_name: true,
    send_photo: true,
  });
  if (answer.kind === 'lost') return bad(answer.detail, 'Test the inbox again in a while.');
  if (answer.kind === 'error') {
    if (answer.status === BAD_TOKEN) return bad('Viber does not accept this token.', 'Fill in the present one.');
    return bad(
      `Viber did not take the webhook address: ${answer.message || `number ${answer.status}`}.`,
      `Viber must be able to call ${callbackUrl} over HTTPS, with a certificate of a public authority and its whole chain. Then test the inbox again.`,
    );
  }
  const from = before && !isSameAddress(before, callbackUrl) ? ` It sent it to ${shownAddress(before)} before.` : '';
  return { ok: true, detail: `Viber now sends what happens in this bot here.${from}` };
}
