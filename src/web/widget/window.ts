import type { ChatHello } from '../../wire/chat.ts';
import type { Api } from './api.ts';
import { wordsOn } from './colour.ts';
import { createComposer } from './composer.ts';
import { icon, make } from './dom.ts';
import type { Keep } from './keep.ts';
import { lineView, pendingView } from './line-view.ts';
import { STYLE } from './style.ts';
import { createTalk, type TalkState } from './talk.ts';
import { spanWords, type Texts } from './text.ts';

export interface ChatWindow {
  open(): void;
  close(): void;
}

/** The button and the window above it, in a shadow of their own. */
export function openWindow(api: Api, keep: Keep, hello: ChatHello, texts: Texts, theme: string): ChatWindow {
  const { say, language } = texts;
  const host = document.createElement('earshot-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // By rules and not by attributes: a page's policy may allow no inline style.
  sheet.replaceSync(`${STYLE}:host { --brand: ${hello.colour}; --on-brand: ${wordsOn(hello.colour)}; }`);
  root.adoptedStyleSheets = [sheet];
  if (theme === 'light' || theme === 'dark') host.dataset.theme = theme;

  const badge = make('span', { class: 'badge', hidden: true, 'aria-hidden': 'true' });
  const launcher = make(
    'button',
    {
      type: 'button',
      class: 'launcher',
      'aria-expanded': 'false',
      'aria-controls': 'panel',
      click: () => show(!talk.state.isOpen),
    },
    icon('chat', 26),
    badge,
  );
  const log = make('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': hello.title,
    tabindex: '0',
  });
  const composer = createComposer(texts, keep, (line) => void talk.say(line));
  const panel = make(
    'section',
    { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'title', lang: language, hidden: true },
    make(
      'header',
      { class: 'head' },
      make('div', {}, make('h2', { id: 'title', dir: 'auto' }, hello.title), make('p', {}, howSoon(hello, texts))),
      make('button', { type: 'button', 'aria-label': say('close'), click: () => show(false) }, icon('close')),
    ),
    log,
    composer.element,
  );
  root.append(panel, launcher);
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    show(false);
  });

  const drawn = new Map<string, { readonly mark: string; readonly element: HTMLElement }>();
  const intro = make('p', { class: 'intro', dir: 'auto' }, hello.greeting ?? say('begin'));
  const talk = createTalk(api, keep, hello, draw);

  /** Only what changed is drawn anew, so that a reader in the middle of it, or a screen reader, is not disturbed. */
  function draw(state: TalkState): void {
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    const before = drawn.size;
    const wanted: readonly (readonly [string, string, () => HTMLElement])[] = [
      ...state.lines.map(
        (line) => [line.id, JSON.stringify(line), () => lineView(line, { texts, api, title: hello.title })] as const,
      ),
      ...state.pending.map(
        (one) =>
          [
            one.line.id,
            `${one.state}${one.why ?? ''}`,
            () => pendingView(one, texts, () => talk.again(one.line.id)),
          ] as const,
      ),
    ];
    const ids = new Set(wanted.map(([id]) => id));
    for (const [id, { element }] of drawn)
      if (!ids.has(id)) {
        element.remove();
        drawn.delete(id);
      }
    let last: Element = intro;
    for (const [id, mark, view] of wanted) {
      const known = drawn.get(id);
      const element = known?.mark === mark ? known.element : view();
      if (known && known.element !== element) known.element.replaceWith(element);
      if (last.nextElementSibling !== element) last.after(element);
      drawn.set(id, { mark, element });
      last = element;
    }
    if (wasAtEnd || drawn.size > before) log.scrollTop = log.scrollHeight;
    composer.asksForEmail(state.hello.isAway && !state.hello.hasEmail);
    badge.hidden = state.unread === 0;
    badge.textContent = String(Math.min(99, state.unread));
    launcher.setAttribute(
      'aria-label',
      state.isOpen ? say('close') : state.unread > 0 ? say('openUnread', { count: state.unread }) : say('open'),
    );
  }

  function show(isOpen: boolean): void {
    panel.hidden = !isOpen;
    launcher.setAttribute('aria-expanded', String(isOpen));
    keep.set('open', isOpen ? '1' : null);
    talk.open(isOpen);
    if (isOpen) {
      log.scrollTop = log.scrollHeight;
      composer.focus();
    } else launcher.focus();
  }

  log.append(intro);
  document.body.append(host);
  talk.begin();
  if (keep.get('open') && matchMedia('(min-width: 521px)').matches) {
    panel.hidden = false;
    launcher.setAttribute('aria-expanded', 'true');
    talk.open(true);
  }
  return { open: () => show(true), close: () => show(false) };
}

/** What is really known of how long it takes, and nothing else. */
function howSoon({ isAway, answerWithinMs }: ChatHello, { say, language }: Texts): string {
  if (isAway) return say('away');
  return answerWithinMs === null ? say('here') : say('answerTime', { time: spanWords(answerWithinMs, language) });
}
