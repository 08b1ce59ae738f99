import { useEffect } from 'react';

/** Somebody who waited longer has given up. Milliseconds. */
const PATIENCE_MS = 5_000;
/** A list that does not take the keyboard within so long, or give it back, never will. Milliseconds. */
const FOCUS_MS = 400;
const OPEN = '[data-takes-keys]:not([data-closed])';
const CLOSING = '[data-takes-keys][data-closed]';
/** Letters and what belongs to them, and the desk's own with Ctrl; the browser's keys stay the browser's. */
const OURS = /^(.|Enter|Escape|Backspace|Arrow(Up|Down|Left|Right))$/u;
const OURS_WITH_CTRL = /^(Enter|k)$/i;
/** Going through a list does not wait for what is passed. */
const GOING = new Set(['j', 'k', 'ArrowDown', 'ArrowUp', 'Escape']);

interface Held {
  readonly init: KeyboardEventInit & { readonly key: string };
  readonly at: number;
}
/** What is on its way to the page; none is waited for without end. */
const coming = new Map<string, ReturnType<typeof setTimeout>>();
const held: Held[] = [];
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
    setTimeout(() => arrived(what), PATIENCE_MS),
  );
}
export function arrived(what: string): void {
  clearTimeout(coming.get(what));
  if (coming.delete(what) && coming.size === 0) void give();
}

/** From the first room on. @returns how to end it */
export function holdKeys(): () => void {
  addEventListener('keydown', hear, true);
  return () => removeEventListener('keydown', hear, true);
}

/** Stands where something will be, while its part of the program is fetched. */
export function Coming({ what }: { readonly what: string }): null {
  useEffect(() => {
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
  const isGoing = isPlain && held.length === 0 && GOING.has(event.key);
  const isWaiting = coming.size > 0 && !isWriting(document.activeElement) && !isGoing;
  if (!isGiving && !isWaiting && !changing()) return;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  held.push({ init: { key, code, ctrlKey, metaKey, shiftKey, altKey }, at: Date.now() });
  event.preventDefault();
  event.stopImmediatePropagation();
  if (coming.size === 0) void give();
}

/** One after the other, each as soon as what the last one opened listens. */
async function give(): Promise<void> {
  if (isGiving) return;
  isGiving = true;
  try {
    await drawn();
    while (held.length > 0 && coming.size === 0) {
      await taken();
      const next = held.shift();
      if (next && Date.now() - next.at < PATIENCE_MS) press(next.init);
      // Letters change nothing but the text.
      if (!isWriting(document.activeElement) || next?.init.key.length !== 1) await drawn();
    }
  } finally {
    isGiving = false;
  }
}

async function taken(): Promise<void> {
  const end = Date.now() + FOCUS_MS;
  for (let one = changing(); one; one = changing()) {
    if (Date.now() > end) deaf.add(one);
    await drawn();
  }
}

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const isWriting = (at: Element | null): at is HTMLInputElement | HTMLTextAreaElement =>
  at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;

/** What the browser does with a key that nobody takes, for a key that it has not seen. */
function press(init: Held['init']): void {
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
