import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const said = vi.hoisted(() => ({ titles: [] as string[] }));
vi.mock('./toasts.tsx', () => ({ say: ({ title }: { title: string }) => said.titles.push(title) }));

/** Something on the page that can have the keyboard. */
class Place {
  readonly heard: string[] = [];
  /** What it does with a key itself, so that the browser does nothing more. */
  readonly does: Record<string, () => void> = {};
  isClosing = false;
  dispatchEvent({ key }: { readonly key: string }): boolean {
    this.heard.push(key);
    this.does[key]?.();
    return this.does[key] === undefined;
  }
  contains(other: unknown): boolean {
    return other === this;
  }
  closest(): Place | null {
    return this.isClosing ? this : null;
  }
  click(): void {
    this.heard.push('clicked');
  }
}
class Area extends Place {}
class Input extends Place {
  readonly form = { requestSubmit: () => this.heard.push('sent') };
}
/** The program's own event, which the browser does not act on. */
class Key {
  readonly key: string;
  constructor(_: string, { key }: { readonly key: string }) {
    this.key = key;
  }
}
const FRAME_MS = 16;
const LONG_MS = 6_000;

let keys: typeof import('./held-keys.ts');
let hear: ((event: object) => void) | null;
let point: (() => void) | null = null;
let page: { body: Place; activeElement: Place; open: Place[] };

beforeEach(async () => {
  vi.useFakeTimers();
  said.titles = [];
  const body = new Place();
  page = { body, activeElement: body, open: [] };
  const edit = (how: string, _?: boolean, text = '') => page.activeElement.heard.push(`${how} ${text}`.trim());
  vi.stubGlobal('document', {
    get body() {
      return page.body;
    },
    get activeElement() {
      return page.activeElement;
    },
    querySelectorAll: () => page.open,
    execCommand: edit,
  });
  vi.stubGlobal('HTMLElement', Place);
  vi.stubGlobal('HTMLTextAreaElement', Area);
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('KeyboardEvent', Key);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, FRAME_MS));
  vi.stubGlobal('addEventListener', (what: string, listener: (event?: object) => void) => {
    if (what === 'keydown') hear = listener;
    else point = listener;
  });
  vi.stubGlobal('removeEventListener', () => {
    hear = null;
  });
  vi.resetModules();
  keys = await import('./held-keys.ts');
  keys.holdKeys();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Somebody presses it. @returns whether the page hears it at once */
function press(key: string, more: object = {}): boolean {
  let isHeld = false;
  const hold = () => {
    isHeld = true;
  };
  hear?.({ isTrusted: true, key, preventDefault: hold, stopImmediatePropagation: hold, ...more });
  return !isHeld;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const open = (one: Place) => {
  page.open = [one];
  return one;
};

describe('while something is coming', () => {
  it('keys wait for it, and then go in their order to whoever has the keyboard', async () => {
    keys.expect('conversation');
    expect(['i', 'Enter', 'j'].map((key) => press(key))).toEqual([false, false, false]);
    await pass(100);
    expect(page.body.heard).toEqual([]);
    const thread = new Place();
    page.activeElement = thread;
    keys.arrived('conversation');
    await pass(200);
    expect(thread.heard).toEqual(['i', 'Enter', 'clicked', 'j']);
    expect(press('i')).toBe(true);
  });

  it('waits for the last of several', async () => {
    keys.expect('conversation');
    keys.expect('menu');
    press('i');
    keys.arrived('conversation');
    await pass(100);
    expect(page.body.heard).toEqual([]);
    keys.arrived('menu');
    await pass(100);
    expect(page.body.heard).toEqual(['i']);
  });

  it.each([
    ['going on through the list', 'j', {}],
    ['a key of the browser', 'F5', {}],
    ['going from field to field', 'Tab', {}],
    ['the browser’s own with Ctrl', 'c', { ctrlKey: true }],
    ['a letter that is still being composed', 'a', { isComposing: true }],
    ['what no person pressed', 'i', { isTrusted: false }],
  ])('%s waits for nothing', (_, key, more) => {
    keys.expect('conversation');
    expect(press(key, more)).toBe(true);
  });

  it.each([
    ['Enter', { ctrlKey: true }],
    ['k', { metaKey: true }],
  ])('the desk’s own %s with Ctrl or Command waits', (key, more) => {
    keys.expect('conversation');
    expect(press(key, more)).toBe(false);
  });

  it('who is writing goes on writing', () => {
    keys.expect('conversation');
    page.activeElement = new Area();
    expect(press('i')).toBe(true);
  });

  it('is given up in the end, with the keys that were meant for it, and that is said', async () => {
    keys.expect('conversation');
    press('e');
    await pass(LONG_MS);
    expect(page.body.heard).toEqual([]);
    expect(said.titles).toEqual(['That took too long: the keys you pressed meanwhile did nothing']);
    expect(press('e')).toBe(true);
  });

  it('is given up without a word when nothing was pressed for it', async () => {
    keys.expect('conversation');
    await pass(LONG_MS);
    expect(said.titles).toEqual([]);
  });
});

describe('what never comes', () => {
  it('takes everything with it that was meant for it, until somebody pauses', async () => {
    keys.expect('conversation');
    press('r');
    await pass(4_900);
    press('e');
    await pass(200);
    expect(press('n')).toBe(false);
    await pass(700);
    expect(press('a')).toBe(false);
    expect(press('Escape')).toBe(true);
    await pass(1_100);
    expect(page.body.heard).toEqual([]);
    expect(press('e')).toBe(true);
  });

  it('is known at once where it is closed', async () => {
    keys.expect('writing');
    press('e');
    keys.missed('writing');
    await pass(100);
    expect([page.body.heard, press('n')]).toEqual([[], false]);
  });

  it('keeps nobody from going on who pressed nothing meanwhile, or writes', () => {
    keys.expect('writing');
    keys.missed('writing');
    expect(press('e')).toBe(true);
    keys.expect('writing');
    press('e');
    keys.missed('writing');
    page.activeElement = new Area();
    expect(press('n')).toBe(true);
  });

  it('is not waited for by whoever takes the mouse', async () => {
    keys.expect('conversation');
    press('e');
    point?.();
    keys.arrived('conversation');
    await pass(100);
    expect(page.body.heard).toEqual([]);
  });
});

it('a long way is gone to its end, each part in its time', async () => {
  keys.expect('first');
  page.body.does.i = () => keys.expect('second');
  for (const key of ['i', 'e']) press(key);
  await pass(4_000);
  keys.arrived('first');
  await pass(4_000);
  keys.arrived('second');
  await pass(100);
  expect(page.body.heard).toEqual(['i', 'e']);
});

describe('a list that has just opened', () => {
  it('has the key that came before it took the keyboard', async () => {
    const list = open(new Place());
    expect(press('ArrowDown')).toBe(false);
    await pass(100);
    expect(list.heard).toEqual([]);
    page.activeElement = list;
    await pass(100);
    expect(list.heard).toEqual(['ArrowDown']);
  });

  it('that never takes the keyboard holds nothing up for long, and once only', async () => {
    open(new Place());
    press('e');
    await pass(1_000);
    expect(page.body.heard).toEqual(['e']);
    expect(press('e')).toBe(true);
  });

  it('has none when it closes: the next key is for what is below', async () => {
    const list = new Place();
    page.activeElement = list;
    list.isClosing = true;
    expect(press('r')).toBe(false);
    page.activeElement = page.body;
    await pass(100);
    expect([list.heard, page.body.heard]).toEqual([[], ['r']]);
  });

  it('opened by a key that was held has the keys after that one', async () => {
    const list = new Place();
    page.body.does.l = () => keys.expect('list');
    keys.expect('conversation');
    for (const key of ['l', 'v', 'Enter']) press(key);
    keys.arrived('conversation');
    await pass(200);
    expect(page.body.heard).toEqual(['l']);
    page.activeElement = list;
    keys.arrived('list');
    await pass(200);
    expect(list.heard).toEqual(['v', 'Enter', 'clicked']);
  });
});

describe('what the browser would have done with a key is done', () => {
  const given = async (place: Place, ...pressed: readonly string[]) => {
    keys.expect('composer');
    for (const key of pressed) press(key);
    page.activeElement = place;
    keys.arrived('composer');
    await pass(300);
    return place.heard.filter((heard) => !pressed.includes(heard));
  };
  it.each([
    ['a text', new Area(), ['ö', 'Backspace', 'Enter'], ['insertText ö', 'delete', 'insertLineBreak']],
    ['a field', new Input(), ['a', 'Enter'], ['insertText a', 'sent']],
    ['a button', new Place(), ['Enter', 'a'], ['clicked']],
  ])('in %s', async (_, place, pressed, done) => {
    expect(await given(place, ...pressed)).toEqual(done);
  });

  it('unless somebody else did', async () => {
    const text = new Area();
    text.does.Enter = () => text.heard.push('chosen');
    expect(await given(text, 'Enter')).toEqual(['chosen']);
  });
});

it('holds nothing more once nobody wants it to', () => {
  keys.holdKeys()();
  expect(hear).toBeNull();
});
