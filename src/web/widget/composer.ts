import type { NewChatLine } from '../../wire/chat.ts';
import { icon, make } from './dom.ts';
import type { Keep } from './keep.ts';
import type { Texts } from './text.ts';

const MAX_FILES = 5;
const MAX_BYTES = 5_000_000;
const MAX_TEXT = 5_000;

/** Where a visitor writes; it asks for a mail address when nobody is there and none is known. */
export function createComposer(
  { say }: Texts,
  keep: Keep,
  send: (line: NewChatLine) => void,
): { readonly element: HTMLElement; asksForEmail(isAsking: boolean): void; focus(): void } {
  let files: File[] = [];
  const problem = make('p', { class: 'problem', role: 'alert' });
  const complain = (words: string) => {
    problem.textContent = words;
    problem.hidden = words === '';
  };
  complain('');

  const name = make('input', { type: 'text', autocomplete: 'name', maxlength: '100' });
  const email = make('input', { type: 'email', autocomplete: 'email', maxlength: '200', inputmode: 'email' });
  const away = make(
    'div',
    { class: 'away', hidden: true },
    make('p', {}, say('awayAbout')),
    make('label', {}, say('email'), email),
    make('label', {}, say('name'), name),
  );
  const text = make('textarea', {
    rows: '1',
    'aria-label': say('write'),
    placeholder: say('write'),
    maxlength: String(MAX_TEXT),
  });
  text.value = keep.get('draft') ?? '';
  const picker = make('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', 'aria-hidden': 'true' });
  const chosen = make('div', { class: 'chosen', hidden: true });

  function grow(): void {
    text.style.height = 'auto';
    text.style.height = `${Math.min(140, text.scrollHeight + 2)}px`;
  }
  function showFiles(): void {
    chosen.hidden = files.length === 0;
    chosen.replaceChildren(
      ...files.map((file) =>
        make(
          'button',
          {
            type: 'button',
            'aria-label': say('remove', { name: file.name }),
            click: () => {
              files = files.filter((one) => one !== file);
              showFiles();
              text.focus();
            },
          },
          file.name,
          icon('close', 14),
        ),
      ),
    );
  }
  function add(more: Iterable<File>): void {
    const all = [...files, ...more];
    const size = all.reduce((sum, file) => sum + file.size, 0);
    const problem = all.length > MAX_FILES ? say('tooMany') : size > MAX_BYTES ? say('tooLarge') : '';
    complain(problem);
    if (problem !== '') return;
    files = all;
    showFiles();
  }
  async function submit(): Promise<void> {
    const words = text.value.trim();
    if (words === '' && files.length === 0) return;
    if (words.length > MAX_TEXT) return complain(say('tooLong'));
    if (!away.hidden && (email.value.trim() === '' || !email.checkValidity())) {
      complain(say('emailNeeded'));
      email.focus();
      return;
    }
    complain('');
    const taken = files;
    files = [];
    showFiles();
    text.value = '';
    keep.set('draft', null);
    grow();
    send({
      id: newUuid(),
      text: words,
      page: { url: location.href.slice(0, 2_000), title: document.title.slice(0, 300) },
      files: await Promise.all(taken.map(readFile)),
      ...(away.hidden ? {} : { email: email.value.trim(), ...(name.value.trim() ? { name: name.value.trim() } : {}) }),
    });
    text.focus();
  }

  text.addEventListener('input', () => {
    grow();
    keep.set('draft', text.value || null);
  });
  text.addEventListener('keydown', (event) => {
    // While a letter is being composed, Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  text.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.files;
    if (!pasted || pasted.length === 0) return;
    event.preventDefault();
    add(pasted);
  });
  picker.addEventListener('change', () => {
    add(picker.files ?? []);
    picker.value = '';
  });

  const element = make(
    'form',
    {
      class: 'form',
      novalidate: true,
      submit: (event: Event) => {
        event.preventDefault();
        void submit();
      },
    },
    away,
    chosen,
    problem,
    make(
      'div',
      { class: 'write' },
      make('button', { type: 'button', 'aria-label': say('attach'), click: () => picker.click() }, icon('clip')),
      picker,
      text,
      make('button', { type: 'submit', class: 'send', 'aria-label': say('send') }, icon('send')),
    ),
  );
  return {
    element,
    asksForEmail(isAsking) {
      away.hidden = !isAsking;
    },
    focus() {
      grow();
      (away.hidden ? text : email).focus();
    },
  };
}

/** `randomUUID` is for pages with TLS alone; websites without it have chats too. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function readFile(file: File): Promise<{ name: string; mimeType: string; data: string }> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const data = String(reader.result).replace(/^[^,]*,/, '');
      resolve({ name: file.name || 'picture.png', mimeType: file.type || 'application/octet-stream', data });
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
