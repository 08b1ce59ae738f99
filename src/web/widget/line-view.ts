import type { ChatFile, ChatLine } from '../../wire/chat.ts';
import type { Api } from './api.ts';
import { icon, make } from './dom.ts';
import { piecesOf } from './links.ts';
import type { Pending } from './talk.ts';
import type { Texts } from './text.ts';

interface Look {
  readonly texts: Texts;
  readonly api: Api;
  readonly title: string;
}

/** One line that stands at the server. */
export function lineView(line: ChatLine, { texts, api, title }: Look): HTMLElement {
  const { say, language } = texts;
  const when = make('time', { datetime: line.at }, timeWords(line.at, language));
  return make(
    'div',
    { class: line.isOurs ? 'row' : 'row mine' },
    make('span', { class: 'hush' }, `${line.isOurs ? title : say('you')}: `),
    line.text === '' ? null : bubble(line.text),
    line.files.length === 0
      ? null
      : make('div', { class: 'files' }, ...line.files.map((file) => fileView(file, api, texts))),
    make('div', { class: 'meta' }, when, line.isEdited ? ` ${say('edited')}` : null),
  );
}

/** One that is on its way, or did not leave. */
export function pendingView({ line, state, why, at }: Pending, texts: Texts, again: () => void): HTMLElement {
  const { say, language } = texts;
  const isFailed = state === 'failed';
  const names = (line.files ?? []).map(({ name }) => make('span', { class: 'file' }, icon('file', 16), name));
  return make(
    'div',
    { class: 'row mine' },
    make('span', { class: 'hush' }, `${say('you')}: `),
    line.text ? bubble(line.text) : null,
    names.length === 0 ? null : make('div', { class: 'files' }, ...names),
    make(
      'div',
      { class: isFailed ? 'meta bad' : 'meta' },
      make(
        'span',
        {},
        isFailed ? why || say('failed') : state === 'sending' ? say('sending') : timeWords(at, language),
      ),
      isFailed ? make('button', { type: 'button', click: again }, say('again')) : null,
    ),
  );
}

function bubble(text: string): HTMLElement {
  const pieces = piecesOf(text).map(({ text: words, href }) =>
    href ? make('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, words) : words,
  );
  return make('p', { class: 'bubble', dir: 'auto' }, ...pieces);
}

const fetched = new Map<string, Promise<string>>();
const addressOf = (file: ChatFile, api: Api) => {
  const known = fetched.get(file.id) ?? api.file(file.id).then((bytes) => URL.createObjectURL(bytes));
  fetched.set(file.id, known);
  known.catch(() => fetched.delete(file.id));
  return known;
};

/** A picture shows; anything else is saved, never opened inside the page. */
function fileView(file: ChatFile, api: Api, { say }: Texts): HTMLElement {
  const name = file.name ?? say('file');
  const save = async () => {
    const href = await addressOf(file, api);
    make('a', { href, download: name }).click();
  };
  const button = make(
    'button',
    { type: 'button', class: 'file', 'aria-label': say('download', { name }), click: () => void save() },
    icon('file', 16),
    name,
  );
  if (!/^image\/(png|jpeg|gif|webp)$/.test(file.mimeType ?? '')) return button;
  const picture = make('button', {
    type: 'button',
    class: 'picture',
    'aria-label': say('download', { name }),
    click: () => void save(),
  });
  void addressOf(file, api).then(
    (src) => picture.append(make('img', { src, alt: name })),
    () => picture.replaceWith(button),
  );
  return picture;
}

export function timeWords(at: string, language: string, now: Date = new Date()): string {
  const when = new Date(at);
  const isToday = when.toDateString() === now.toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(language, { ...day, hour: 'numeric', minute: '2-digit' }).format(when);
}
