import type { TextKey } from '../text/t.ts';
import type { StepName } from './state.ts';

export const COMMAND_GROUPS = ['go', 'list', 'conversation', 'write', 'chosen', 'listen'] as const;

/** Something that can be done by a key, and by its name. Whoever does it says so by `useKeys`: these are the words for it. */
export interface Command {
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** The first is what stands beside it; any of them does it. */
  readonly keys: readonly string[];
  readonly name: TextKey;
  /** What is asked next. */
  readonly step?: StepName;
  /** It makes no sense to choose it from a list: the key is only shown. */
  readonly isKeyOnly?: boolean;
}

const inGroup =
  (group: Command['group']) =>
  (keys: readonly string[], name: TextKey, more: Partial<Command> = {}): Command => ({ group, keys, name, ...more });
const go = inGroup('go');
const list = inGroup('list');
const talk = inGroup('conversation');
const chosen = inGroup('chosen');
const write = inGroup('write');
const listen = inGroup('listen');

/** What holds in every room, and what only on the boards of listening: everything else is the desk's. */
export const holdsIn = ({ group }: Command, path: string): boolean =>
  group === 'go' || path.startsWith('/listen') === (group === 'listen');

/** One list for the keys, their sheet and the palette. A test sees to it that no key means two things in one place. */
export const COMMANDS: readonly Command[] = [
  go(['Mod+k'], 'cmd.palette', { isKeyOnly: true }),
  go(['?'], 'cmd.help'),
  go(['/'], 'cmd.search'),
  go(['b'], 'cmd.bell'),
  go(['1'], 'cmd.lists', { isKeyOnly: true }),
  go(['z'], 'cmd.undo'),

  list(['j', 'ArrowDown'], 'cmd.next'),
  list(['k', 'ArrowUp'], 'cmd.previous'),
  list(['f'], 'cmd.filter', { step: 'filter' }),
  list(['o'], 'cmd.sort', { step: 'sort' }),
  list(['x'], 'cmd.choose'),
  list(['J', 'K'], 'cmd.extend', { isKeyOnly: true }),
  list(['X'], 'cmd.chooseAll'),
  list(['Escape'], 'cmd.escape', { isKeyOnly: true }),

  talk(['e'], 'cmd.answered'),
  talk(['n'], 'cmd.noReply', { step: 'noReply' }),
  talk(['s'], 'cmd.snooze', { step: 'snooze' }),
  talk(['p'], 'cmd.promise', { step: 'promise' }),
  talk(['a'], 'cmd.assign', { step: 'assign' }),
  talk(['i'], 'cmd.mine'),
  talk(['t'], 'cmd.team', { step: 'team' }),
  talk(['l'], 'cmd.label', { step: 'label' }),
  chosen(['c'], 'cmd.acknowledged'),
  chosen(['v'], 'cmd.resolve', { step: 'resolve' }),

  write(['r'], 'cmd.reply'),
  write(['m'], 'cmd.note'),
  write(['d'], 'cmd.call'),
  write(['Mod+Enter'], 'cmd.send', { isKeyOnly: true }),
  write(['Mod+Shift+Enter'], 'cmd.sendNext', { isKeyOnly: true }),

  listen(['j', 'ArrowDown'], 'cmd.listen.next'),
  listen(['k', 'ArrowUp'], 'cmd.listen.previous'),
  listen(['r'], 'cmd.listen.answer'),
  listen(['a'], 'cmd.listen.assign'),
  listen(['e'], 'cmd.listen.acknowledge'),
  listen(['x'], 'cmd.listen.ignore'),
  listen(['X'], 'cmd.listen.ignoreWhy'),
  listen(['t'], 'cmd.listen.thank'),
  listen(['f'], 'cmd.listen.like'),
  listen(['o'], 'cmd.listen.open'),
  listen(['u'], 'cmd.listen.undo'),
  listen(['c'], 'cmd.listen.choose'),
  listen(['J', 'K'], 'cmd.listen.extend', { isKeyOnly: true }),
  listen(['Escape'], 'cmd.listen.escape', { isKeyOnly: true }),
];

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
const GLYPHS: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Enter: '↵',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
};

/** As it is printed on a keyboard. */
export function keyWords(key: string): string {
  if (key === '1') return '1 – 9';
  if (/^[A-Z]$/.test(key)) return `⇧ ${key}`;
  return key
    .split('+')
    .map((part) => GLYPHS[part] ?? (key.includes('+') ? part.toUpperCase() : part))
    .join(' ');
}
