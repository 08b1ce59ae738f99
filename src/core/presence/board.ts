import type { AgentId, ConversationId } from '../ids.ts';

/** Whoever has not been heard of for so long is gone, in milliseconds: a node that died takes its people with it. */
export const HERE_LASTS_MS = 45_000;
/** Whoever types says so again and again; silence ends it, in milliseconds. */
export const TYPING_LASTS_MS = 6_000;

/** Where one browser is. */
export interface Place {
  /** The browser: one agent may have several. */
  readonly line: string;
  readonly agentId: AgentId;
  readonly name: string;
  /** Null: in no conversation (any more). */
  readonly conversationId: ConversationId | null;
  readonly isTyping: boolean;
}
export interface Present {
  readonly id: AgentId;
  readonly name: string;
  readonly isTyping: boolean;
}
interface Standing extends Place {
  readonly seenAt: number;
}

/** Who is in which conversation, as far as this node has heard. Times are milliseconds and come in as arguments. */
export function createBoard() {
  const places = new Map<string, Standing>();

  function present(conversationId: ConversationId, now: number): readonly Present[] {
    const found = new Map<AgentId, Present>();
    for (const { agentId, name, isTyping, seenAt, conversationId: where } of places.values()) {
      if (where !== conversationId || now - seenAt > HERE_LASTS_MS) continue;
      const types = isTyping && now - seenAt <= TYPING_LASTS_MS;
      found.set(agentId, { id: agentId, name, isTyping: types || (found.get(agentId)?.isTyping ?? false) });
    }
    return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  }

  return {
    present,
    /** @returns the conversations in which somebody now sees something else */
    put(place: Place, now: number): readonly ConversationId[] {
      const before = places.get(place.line)?.conversationId ?? null;
      const touched = [...new Set([before, place.conversationId])].filter((id) => id !== null);
      const look = (id: ConversationId) => JSON.stringify(present(id, now));
      const was = touched.map(look);
      if (place.conversationId === null) places.delete(place.line);
      else places.set(place.line, { ...place, seenAt: now });
      return touched.filter((id, index) => look(id) !== was[index]);
    },
    /** Forgets whoever was not heard of. @returns the conversations that they were in, or stopped typing in */
    sweep(now: number): readonly ConversationId[] {
      const touched = new Set<ConversationId>();
      for (const [line, place] of places) {
        if (place.conversationId === null) continue;
        if (now - place.seenAt > HERE_LASTS_MS) {
          places.delete(line);
          touched.add(place.conversationId);
        } else if (place.isTyping && now - place.seenAt > TYPING_LASTS_MS) {
          places.set(line, { ...place, isTyping: false });
          touched.add(place.conversationId);
        }
      }
      return [...touched];
    },
  };
}
export type Board = ReturnType<typeof createBoard>;
