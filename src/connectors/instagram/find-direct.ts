import { z } from 'zod';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { walk } from '../meta/pages.ts';
import { id } from '../shared/shapes.ts';
import { CLOCK_SKEW_MS, chooseFound, isSameText, SAME_SECOND_MS } from '../shared/timing.ts';
import { unclear } from './errors.ts';
import { ListedMessage, MESSAGE_FIELDS } from './listed-message.ts';
import type { Road } from './road.ts';

/** Source: Meta, "Conversations API"; read 2026-11. */
const READABLE = 20;

/** Looks in the newest messages of a person's line: by author, text and time. An empty text means a file. */
export async function findInLine(road: Road, personId: string, said: string, madeAt: Date): Promise<Finding> {
  const lines = await walk(road.graph, road.as, {
    path: `${road.sender}/conversations`,
    query: { platform: 'instagram', user_id: personId, fields: 'id' },
    item: z.object({ id }),
  });
  if (lines.kind === 'failed') return unclear(lines.answer);
  const [line] = lines.items;
  if (!line) return NO_LINE;
  const answer = await road.graph(
    { method: 'GET', path: encodeURIComponent(line.id), query: { fields: `messages{${MESSAGE_FIELDS}}` } },
    road.as,
  );
  if (answer.kind !== 'ok') return unclear(answer);
  const read = Messages.safeParse(answer.body).data;
  if (!read) return { kind: 'unclear', detail: 'Instagram listed the conversation in a shape we do not know.' };
  const listed = read.messages?.data ?? [];
  const messages = listed.flatMap((raw) => ListedMessage.safeParse(raw).data ?? []);
  const candidates = messages
    .filter((one) => one.created_time.getTime() >= madeAt.getTime() - CLOCK_SKEW_MS)
    .filter(
      (one) =>
        // A line has two sides: who is not the person is the account, by whatever id this list knows it.
        one.from?.id !== personId &&
        isSameText(one.message ?? '', said) &&
        (said !== '' || (one.attachments?.data.length ?? 0) > 0),
    )
    .map((one) => ({ id: one.id as ExternalMessageId, at: one.created_time }));
  // With twenty newer ones, what lies behind them cannot be read any more; and what cannot be read may be ours.
  const oldest = messages.at(-1)?.created_time.getTime() ?? Number.POSITIVE_INFINITY;
  const isRead = messages.length === listed.length;
  const isWhole = isRead && (listed.length < READABLE || oldest < madeAt.getTime() - SAME_SECOND_MS);
  return chooseFound(candidates, madeAt, isWhole);
}
/** To somebody who wrote there is a line; a list without it does not go far enough. */
const NO_LINE: Finding = { kind: 'unclear', detail: 'Instagram does not list the conversation with this person.' };
const Messages = z.object({ messages: z.object({ data: z.array(z.unknown()) }).optional() });

export async function findPrivateReply(
  road: Road,
  act: Outgoing & { readonly kind: 'private_reply' },
): Promise<Finding> {
  const person = act.to.authorId;
  if (person === null || !/^\d+$/.test(person))
    return { kind: 'unclear', detail: 'Instagram did not say by which number it knows the author of the comment.' };
  const finding = await findInLine(road, person, act.content.text, act.createdAt);
  // The private answer itself begins the line with somebody who only commented.
  if (finding === NO_LINE) return { kind: 'absent' };
  if (finding.kind !== 'accepted') return finding;
  return { ...finding, thread: { channel: 'instagram', id: person as ExternalThreadId, counterpartId: person } };
}
