import { createHash } from 'node:crypto';
import type { Persona } from '../network.ts';
import { digitsOf, type Line, type Member, type Number_, type State } from './state.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const numberFrom = (text: string, count: number) =>
  (BigInt(`0x${hashOf(text)}`) % 10n ** BigInt(count)).toString().padStart(count, '0');

/** The same after every restart. */
export function memberOf(state: State, persona: Persona): Member {
  const known = state.members.get(persona.id);
  if (known) return known;
  const member: Member = {
    persona,
    phone: `4670${numberFrom(`phone ${persona.id}`, 7)}`,
    userId: userIdFor(state, persona, 0),
    username: state.hides(persona) ? persona.handle : null,
    hasLeft: false,
  };
  state.members.set(persona.id, member);
  return member;
}

export const userIdFor = (state: State, persona: Persona, change: number): string =>
  businessIdOf(state.wabaId, persona.id, change);
export const businessIdOf = (wabaId: string, personaId: string, change = 0): string =>
  `SE.${hashOf(`${wabaId} ${personaId} ${change}`).slice(0, 16)}`;

/** By a phone number in any writing, or by the business's own id for them. */
export function findMember(state: State, to: { phone?: string | undefined; userId?: string | undefined }) {
  const all = [...state.members.values()];
  if (to.phone !== undefined) return all.find(({ phone }) => phone === digitsOf(to.phone ?? ''));
  return all.find(({ userId }) => userId === to.userId);
}

const BURST = 45;
export function lineOf(state: State, number: Number_, member: Member): Line {
  const id = `${number.id}:${member.persona.id}`;
  const known = state.lines.get(id);
  if (known) return known;
  const line: Line = {
    id,
    number,
    member,
    messages: [],
    lastInboundAt: null,
    pace: { left: BURST, at: state.now().getTime() },
  };
  state.lines.set(id, line);
  return line;
}

const EVERY_MS = 6_000;
/** One message in 6 seconds to one person, 45 at once. False: too many. */
export function spendPace(line: Line, now: Date): boolean {
  const { pace } = line;
  pace.left = Math.min(BURST, pace.left + Math.max(0, now.getTime() - pace.at) / EVERY_MS);
  pace.at = now.getTime();
  if (pace.left < 1) return false;
  pace.left -= 1;
  return true;
}

/** Later ones first, whatever order they were told in. */
export function keep(line: Line, message: Line['messages'][number]): void {
  line.messages.push(message);
  line.messages.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!message.isOurs && (line.lastInboundAt === null || message.at > line.lastInboundAt))
    line.lastInboundAt = message.at;
}
