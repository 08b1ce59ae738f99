import { describe, expect, it } from 'vitest';
import type { AgentId, ConversationId } from '../ids.ts';
import { createBoard, HERE_LASTS_MS, type Place, TYPING_LASTS_MS } from './board.ts';

const ONE = 'one' as ConversationId;
const TWO = 'two' as ConversationId;
const at = (name: string, conversationId: ConversationId | null, more: Partial<Place> = {}): Place => ({
  line: `${name}'s browser`,
  agentId: name as AgentId,
  name,
  conversationId,
  isTyping: false,
  ...more,
});
const names = (board: ReturnType<typeof createBoard>, id: ConversationId, now: number) =>
  board.present(id, now).map(({ name, isTyping }) => (isTyping ? `${name} types` : name));

describe('who is in a conversation', () => {
  it('shows whoever came, once however many browsers they have, and in a steady order', () => {
    const board = createBoard();
    board.put(at('Maya', ONE), 0);
    board.put(at('Ana', ONE), 0);
    board.put(at('Ana', ONE, { line: 'her phone', isTyping: true }), 0);
    expect(names(board, ONE, 1)).toEqual(['Ana types', 'Maya']);
  });

  it('says which conversations look different, and none when nothing does', () => {
    const board = createBoard();
    expect(board.put(at('Ana', ONE), 0)).toEqual([ONE]);
    expect(board.put(at('Ana', ONE), 10)).toEqual([]);
    expect(board.put(at('Ana', ONE, { isTyping: true }), 20)).toEqual([ONE]);
    expect(board.put(at('Ana', TWO), 30)).toEqual([ONE, TWO]);
    expect(board.put(at('Ana', null), 40)).toEqual([TWO]);
  });

  it('forgets who fell silent: typing soon, being there later', () => {
    const board = createBoard();
    board.put(at('Ana', ONE, { isTyping: true }), 0);
    expect(names(board, ONE, TYPING_LASTS_MS)).toEqual(['Ana types']);
    expect(board.sweep(TYPING_LASTS_MS + 1)).toEqual([ONE]);
    expect(names(board, ONE, TYPING_LASTS_MS + 1)).toEqual(['Ana']);
    expect(board.sweep(HERE_LASTS_MS)).toEqual([]);
    expect(board.sweep(HERE_LASTS_MS + 1)).toEqual([ONE]);
    expect(names(board, ONE, HERE_LASTS_MS + 1)).toEqual([]);
  });
});
