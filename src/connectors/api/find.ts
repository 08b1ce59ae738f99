import { z } from 'zod';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { id } from '../shared/shapes.ts';
import type { ApiCredentials } from './credentials.ts';
import type { Line } from './line.ts';

const Found = z.union([z.object({ found: z.literal(true), id: id.optional() }), z.object({ found: z.literal(false) })]);

/** Asks the source whether it has our answer. One that does not know the question leaves it to a person. */
export async function findAct(
  line: Line,
  act: Outgoing,
  credentials: ApiCredentials,
  account: ExternalAccountId,
): Promise<Finding> {
  if (act.kind !== 'reply' || !credentials.url) return { kind: 'absent' };
  const answer = await line({ body: { type: 'find', id: act.id, source: account } }, credentials);
  if (answer.kind !== 'answered') return { kind: 'unclear', detail: answer.detail };
  const said = answer.status === 200 ? Found.safeParse(answer.json) : null;
  if (!said?.success) return { kind: 'unclear', detail: 'The source does not say whether it has the answer.' };
  if (!said.data.found) return { kind: 'absent' };
  return { kind: 'accepted', id: (said.data.id ?? act.id) as string as ExternalMessageId };
}
