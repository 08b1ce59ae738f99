import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { Graph, GraphAnswer } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { id, lenient } from '../shared/shapes.ts';
import { asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { judge } from './errors.ts';
import { listeningWarnings } from './subscription.ts';
import { type Bad, bad, checkToken } from './token.ts';

const Number_ = z.object({
  id,
  display_phone_number: lenient(z.string()),
  verified_name: lenient(z.string()),
  quality_rating: lenient(z.string()),
  name_status: lenient(z.string()),
  code_verification_status: lenient(z.string()),
});
type NumberFacts = z.infer<typeof Number_>;

/** Looks whose number the credentials open, and whether they are enough. Asks in the order in which an admin fills them in. */
export async function checkNumber(
  graph: Graph,
  credentials: WhatsAppCredentials,
  now: Date,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const token = await checkToken(graph, credentials, now);
  if ('ok' in token) return token;
  const listed = await walk(graph, asBusiness(credentials), {
    path: `${credentials.wabaId}/phone_numbers`,
    query: { fields: 'id,display_phone_number,status', limit: '100' },
    item: z.object({ id, display_phone_number: lenient(z.string()), status: lenient(z.string()) }),
  });
  if (listed.kind === 'failed') return accountIsWrong(listed.answer, credentials.wabaId);
  const ours = listed.items.find((one) => one.id === credentials.phoneNumberId);
  if (listed.isWhole && !ours) return numberIsWrong(listed.items, credentials);
  const read = await graph(
    {
      method: 'GET',
      path: credentials.phoneNumberId,
      query: { fields: 'id,display_phone_number,verified_name,quality_rating,name_status,code_verification_status' },
    },
    asBusiness(credentials),
  );
  if (read.kind !== 'ok') return accountIsWrong(read, credentials.wabaId);
  const number = Number_.safeParse(read.body);
  if (!number.success)
    return bad('Meta described the number in a way that we do not understand.', 'Try again in a while.');
  const { verified_name: name, display_phone_number: shown } = number.data;
  return {
    ok: true,
    account: {
      id: credentials.phoneNumberId as ExternalAccountId,
      name: name ?? shown ?? 'WhatsApp',
      ...(shown ? { handle: shown } : {}),
    },
    ...(token.expiresAt ? { expiresAt: token.expiresAt } : {}),
    warnings: [
      ...token.warnings,
      ...numberWarnings(number.data, ours?.status),
      ...(await listeningWarnings(graph, credentials, callbackUrl)),
    ],
  };
}

function accountIsWrong(answer: Exclude<GraphAnswer, { kind: 'ok' }>, wabaId: string): Bad {
  if (answer.kind === 'lost') return bad(answer.detail, 'Try again in a while.');
  if (answer.error.code === 100)
    return bad(
      `The token does not open a WhatsApp Business account with the ID ${wabaId}.`,
      'Copy the account ID again, and assign the account to the system user in the business settings.',
      'wabaId',
    );
  const { means, detail } = judge(answer.error);
  if (means === 'needs_login') return bad(detail, 'Make a new token of the system user and fill it in.', 'accessToken');
  if (means === 'not_allowed')
    return bad(
      detail,
      'Assign the WhatsApp account to the system user with full control, then make a new token.',
      'accessToken',
    );
  return bad(detail, 'Try again in some minutes. If it stays, look at WhatsApp Manager.');
}

function numberIsWrong(
  numbers: readonly { readonly id: string; readonly display_phone_number?: string | undefined }[],
  { phoneNumberId, wabaId }: WhatsAppCredentials,
): Bad {
  const there = numbers.slice(0, 5).map((one) => `${one.id} (${one.display_phone_number ?? 'no number yet'})`);
  const known = there.length > 0 ? `It has ${there.join(', ')}.` : 'It has no number yet.';
  return bad(
    `The WhatsApp Business account ${wabaId} has no number with the ID ${phoneNumberId}.`,
    `${known} Copy the phone number ID again; it is not the phone number itself.`,
    'phoneNumberId',
  );
}

const IN_MANAGER = 'Look at the number in WhatsApp Manager.';
const STATES: Readonly<Record<string, string>> = {
  PENDING: 'The number is not registered with the Cloud API yet: register it with its PIN.',
  DISCONNECTED: `The number is not connected to the Cloud API any more. ${IN_MANAGER}`,
  UNLINKED: `The number is not connected to this account any more. ${IN_MANAGER}`,
  MIGRATED: 'The number was moved to another account: connect it from there.',
  DELETED: 'The number was deleted from this account.',
  FLAGGED: `WhatsApp has flagged this number because people block or report it. ${IN_MANAGER}`,
  RESTRICTED: `WhatsApp has restricted this number: it may not begin talks for a while. ${IN_MANAGER}`,
  RATE_LIMITED: `This number has used up the talks that it may begin in a day. ${IN_MANAGER}`,
  BANNED: `WhatsApp has banned this number. ${IN_MANAGER}`,
};
const QUALITY: Readonly<Record<string, string>> = {
  YELLOW:
    'People block or report messages of this number at times (quality: medium). WhatsApp lowers its limits if it gets worse.',
  RED: 'People often block or report messages of this number (quality: low). WhatsApp may lower its limits any day.',
};
const NAME: Readonly<Record<string, string>> = {
  DECLINED:
    'WhatsApp refused the name of this number: people see the bare number. Choose another name in WhatsApp Manager.',
  EXPIRED: 'The approval of the name of this number has ended. Ask for it again in WhatsApp Manager.',
  PENDING_REVIEW: 'WhatsApp has not approved the name of this number yet.',
};

function numberWarnings(number: NumberFacts, status = ''): string[] {
  const { quality_rating: quality = '', name_status: name = '', code_verification_status: code } = number;
  return [
    Object.hasOwn(STATES, status) ? STATES[status] : undefined,
    Object.hasOwn(QUALITY, quality) ? QUALITY[quality] : undefined,
    Object.hasOwn(NAME, name) ? NAME[name] : undefined,
    code !== undefined && code !== 'VERIFIED'
      ? 'The code that proves this number was not confirmed (any more). Confirm it in WhatsApp Manager, or sending may stop.'
      : undefined,
  ].filter((warning) => warning !== undefined);
}
