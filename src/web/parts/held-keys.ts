import { useLayoutEffect } from 'react';
import { t } from '../text/t.ts';
import { say } from './toasts.tsx';

/** Somebody who waited longer has given up. Milliseconds. */
const PATIENCE_MS = 5_000;
/** Who was typing on while what they waited for was given up has noticed after such a pause. Milliseconds. */
const PAUSE_MS = 1_000;
/** A list that does not take the keyboard within so many drawings, or give it back, never will. */
const FOCUS_FRAMES = 25;
const OPEN = '[data-takes-keys]:not([data-closed])';
const CLOSING = '[data-takes-keys][data-closed]';
/** Letters and what belongs to them, and the desk's own with Ctrl; the browser's keys stay the browser's. */
const OURS = /^(.|Enter|Escape|Backspace|Arrow(Up|Down|Left|Right))$/u;
const OURS_WITH_CTRL = /^(Enter|k)$/i;
/** Going through a list does not wait for what is passed. */
const GOING = new Set(['j', 'k', 'ArrowDown', 'ArrowUp', 'Escape']);

type Held = KeyboardEventInit & { readonly key: string };
/** What is on its way to the page; none is waited for without end. */
const coming = new Map<string, ReturnType<typeof setTimeout>>();
const held: Held[] = [];
/** What is pressed before this is meant for what never came. */
let lostUntil = 0;
/** What is open and never took the keyboard. */
const deaf = new WeakSet<Element>();
let isGiving = false;

/**
 * Something is coming that the next keys are meant for: a conversation, a list, a dialog. They are held until it is
 * there, so that nobody has to look before they press, and nothing is done to what is just leaving.
 */
export function expect(what: string): void {
  clearTimeout(coming.get(what));
  coming.set(
    what,
    setTimeout(() => giveUp(what), PATIENCE_MS),
  );
}
export function arrived(what: string): void {
  clearTimeout(coming.get(what));
  if (coming.delete(what) && coming.size === 0) void give();
}
/** On a slow line it may yet come. Whoever typed for it must not believe that it was done. */
function giveUp(what: string): void {
  if (held.length > 0) say({ title: t('keys.lost'), isBad: true });
  missed(what);
}
/** It will not come. Keys that were meant for it must not do something elsewhere: a word would be a row of commands. */
export function missed(what: string): void {
  if (held.length > 0) lostUntil = Date.now() + PAUSE_MS;
  held.length = 0;
  arrived(what);
}

/** From the first room on. @returns how to end it */
export function holdKeys(): () => void {
  addEventListener('keydown', hear, true);
  addEventListener('pointerdown', drop, true);
  return () => {
    removeEventListener('keydown', hear, true);
    removeEventListener('pointerdown', drop, true);
  };
}

/** Who takes the mouse waits for nothing. */
function drop(): void {
  held.length = 0;
  lostUntil = 0;
}

/** Stands where something will be, while its part of the program is fetched. */
export function Coming({ what }: { readonly what: string }): null {
  // With what is drawn: the next key may come before anything that runs later.
  useLayoutEffect(() => {
    expect(what);
    return () => arrived(what);
  }, [what]);
  return null;
}

/** What has just opened, while the keyboard is not in it yet; what has just closed, while it still is. */
function changing(): Element | null {
  const at = document.activeElement;
  const open = [...document.querySelectorAll(OPEN)].at(-1);
  const one = open && !open.contains(at) ? open : at?.closest(CLOSING);
  return one && !deaf.has(one) ? one : null;
}

function hear(event: KeyboardEvent): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!event.isTrusted || event.isComposing || !(isPlain ? OURS : OURS_WITH_CTRL).test(event.key)) return;
  const isLost = Date.now() < lostUntil && event.key !== 'Escape' && !isWriting(document.activeElement);
  if (isLost) lostUntil = Date.now() + PAUSE_MS;
  const isGoing = isPlain && held.length === 0 && GOING.has(event.key);
  const isWaiting = coming.size > 0 && !isWriting(document.activeElement) && !isGoing;
  if (!isLost && !isGiving && !isWaiting && !changing()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isLost) return;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  held.push({ key, code, ctrlKey, metaKey, shiftKey, altKey });
  if (coming.size === 0) void give();
}

/** One after the other, each as soon as what the last one opened listens. */
async function give(): Promise<void> {
  if (isGiving || held.length === 0) return;
  isGiving = true;
  try {
    await drawn();
    while (held.length > 0 && coming.size === 0) {
      await taken();
      const next = held.shift();
      if (next) press(next);
      // Letters change nothing but the text.
      if (!isWriting(document.activeElement) || next?.key.length !== 1) await drawn();
    }
  } finally {
    isGiving = false;
  }
}

async function taken(): Promise<void> {
  let frames = 0;
  for (let one = changing(); one; one = changing()) {
    frames += 1;
    if (frames > FOCUS_FRAMES) deaf.add(one);
    await drawn();
  }
}

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const isWriting = (at: Element | null): at is HTMLInputElement | HTMLTextAreaElement =>
  at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;

/** What the browser does with a key that nobody takes, for a key that it has not seen. */
function press(init: Held): void {
  const at = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
  if (!at.dispatchEvent(event) || init.ctrlKey || init.metaKey || init.altKey) return;
  if (isWriting(at)) {
    if (init.key.length === 1) document.execCommand('insertText', false, init.key);
    else if (init.key === 'Backspace') document.execCommand('delete');
    else if (init.key === 'Enter' && at instanceof HTMLTextAreaElement) document.execCommand('insertLineBreak');
    else if (init.key === 'Enter') at.form?.requestSubmit();
  } else if (init.key === 'Enter' && at instanceof HTMLElement && at !== document.body) at.click();
}
