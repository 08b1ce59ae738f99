import { z } from 'zod';
import { CALL_DIRECTIONS, CALL_OUTCOMES, callWords } from '../../core/channel/call.ts';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, text, webUrl, whyNot } from '../shared/shapes.ts';

const Call = z.object({
  type: z.literal('call'),
  id,
  person: z.object({ id, name: lenient(text), number: lenient(text) }),
  direction: z.enum(CALL_DIRECTIONS),
  outcome: z.enum(CALL_OUTCOMES),
  seconds: lenient(z.number().int().min(0).max(604_800)),
  note: lenient(text),
  recording_url: lenient(webUrl),
  /** Who of ours was on the line. */
  agent: lenient(text),
  at: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
});

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

/** What was logged, by hand or by API, see `src/actions/log-call.ts`: one call. */
export function parse({ body }: RawEntry, { account }: ParseContext): ChannelEvent[] {
  let raw: unknown;
  try {
    raw = parseJson(body);
  } catch {
    return [ignored('not JSON')];
  }
  const result = Call.safeParse(raw);
  if (!result.success) return [ignored(`a call that cannot be read: ${whyNot(result.error)}`)];
  const call = result.data;
  const where = account ?? ('' as ExternalAccountId);
  const { direction, outcome, seconds, agent } = call;
  const facts = { direction, outcome, ...(seconds === undefined ? {} : { seconds }) };
  const person: Person = {
    // A number is the same person on all of our lines.
    id: call.person.id as ExternalIdentityId,
    scope: '',
    ...(call.person.name ? { name: call.person.name } : {}),
    ...(call.person.number ? { handle: call.person.number } : {}),
  };
  return [
    {
      kind: 'message',
      account: where,
      id: call.id as ExternalMessageId,
      thread: {
        id: `line:${person.id}` as ExternalThreadId,
        kind: 'direct',
        reach: 'owned_private',
        counterpart: person,
      },
      author: direction === 'in' ? { kind: 'contact', person } : { kind: 'business' },
      content: {
        text: [`${callWords(facts)}${agent ? ` (${agent})` : ''}`, call.note].filter(Boolean).join('\n'),
        call: facts,
        attachments: call.recording_url
          ? [{ kind: 'link', source: { kind: 'none' }, title: 'Recording', href: call.recording_url }]
          : [],
      },
      sentAt: call.at,
    },
  ];
}
