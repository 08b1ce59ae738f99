import { createApi } from './api.ts';
import { createKeep } from './keep.ts';
import { textsIn } from './text.ts';
import { type ChatWindow, openWindow } from './window.ts';

declare global {
  interface Window {
    EarshotChat?: ChatWindow;
  }
}

const script = document.currentScript as HTMLScriptElement | null;
const { inbox = '', theme = 'auto', language } = script?.dataset ?? {};

async function begin(): Promise<void> {
  if (!script || !/^[\w-]+\/[0-9a-f-]{36}$/.test(inbox)) {
    console.error('Earshot chat: the script tag needs data-inbox, as the settings of the inbox show it.');
    return;
  }
  // Twice in a page is once.
  if (document.querySelector('earshot-chat')) return;
  const keep = createKeep(inbox);
  const api = createApi(`${new URL(script.src).origin}/chat/${inbox}`, () => keep.get('token'));
  try {
    const hello = await api.hello();
    if (!hello.isKnown) keep.set('token', null);
    const chosen = language ?? (hello.language === 'auto' ? null : hello.language);
    const texts = textsIn(chosen ? [chosen] : [document.documentElement.lang, ...navigator.languages].filter(Boolean));
    window.EarshotChat = openWindow(api, keep, hello, texts, theme);
  } catch (error) {
    // A page without a chat is better than a page with a broken one.
    console.warn('Earshot chat is not available.', error);
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void begin());
else void begin();
