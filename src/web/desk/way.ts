import { arrived, expect, missed } from '../parts/held-keys.ts';

/** Which conversation is on screen, and which one the agent is on the way to: what comes next is meant for that one. */
let shown: string | null = null;
let wanted: string | null = null;

export function setOut(id: string | null): void {
  wanted = id === shown ? null : id;
  if (wanted === null) arrived('conversation');
  else expect('conversation');
}
/** It can be worked on. */
export function arriveAt(id: string): void {
  shown = id;
  if (wanted !== null && wanted !== id) return;
  wanted = null;
  arrived('conversation');
}
/** It leaves the screen. Where it was not there by then, somebody turned back: nobody is on the way to it any more. */
export function leave(id: string): void {
  if (shown === id) shown = null;
  if (wanted !== id) return;
  wanted = null;
  missed('conversation');
}
export const headingFor = (): string | null => wanted;
