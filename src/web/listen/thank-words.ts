import type { SavedReply } from '../../wire/composing.ts';
import type { Hit } from '../api/listening.ts';
import { tryText } from '../text/t.ts';

/** What a saved reply is called that says thank you, in the languages that are often worked in. */
const THANKS =
  /\b(thank|thanks|danke|dank|merci|gracias|grazie|obrigad|tack|takk|tak|hvala|kiitos|dziekuj|dziękuj|děkuj|ďakuj|köszön|multumesc|mulțumesc|teşekkür|teşekkürler)|ευχαριστ|спасибо|дякую|благодар|감사|ありがとう|谢谢/iu;
const NAME = /\{\{\s*contact\.(?:first_name|name)\s*\}\}/g;

const firstWord = (name: string) => name.trim().split(/\s+/)[0] ?? '';

/** A few words to begin with: the workspace's own where it keeps some, else ours; in the language of the post where there are such. */
export function thankWords({ author, language }: Hit, saved: readonly SavedReply[]): string {
  const name = firstWord(author.name) || author.handle || '';
  for (const { title, shortcut, variants } of saved) {
    if (!THANKS.test(title) && !THANKS.test(shortcut ?? '')) continue;
    const own = variants.find((one) => one.language !== null && one.language === language);
    const text = (own ?? variants.find((one) => one.language === null))?.text.replace(NAME, name).trim();
    // What else is filled in is known of a conversation only.
    if (text && !text.includes('{{')) return text;
  }
  const base = language?.split('-')[0] ?? 'en';
  return tryText(`thanks.${base}`, { name }) ?? tryText('thanks.en', { name }) ?? '';
}
