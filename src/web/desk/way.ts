import { arrived, expect } from '../parts/held-keys.ts';

/** Which conversation is on screen, and which one the agent is on the way to: what comes next is meant for that one. */
let shown: string | null = null;
let wanted: string | null = null;

export function setOut(id: string | null): void {
  wanted = id === shown ? null : id;
  if (wanted === null) arrived('conversation');
  else expect('conversation');
}
/** It can be worked on. @returns for when it leaves the screen */
export function arriveAt(id: string): () => void {
  shown = id;
  if (wanted === null || wanted === id) {
    wanted = null;
    arrived('conversation');
  }
  return () => {
    if (shown === id) shown = null;
  };
}
export const headingFor = (): string | null => wanted;
