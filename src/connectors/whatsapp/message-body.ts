import type { OutgoingContent } from '../../core/channel/outgoing.ts';
import { fillIn } from './template-message.ts';

type Body = Readonly<Record<string, unknown>>;

/** A file that Meta keeps for 30 days under this id. */
export interface Uploaded {
  readonly id: string;
  readonly mimeType: string;
  readonly name: string;
}

/** So many answers to tap are buttons; more are a list, which opens on a tap. Source: Meta, "Reply buttons"; read 2026-11. */
export const LIST_ABOVE = 3;

/** The part of a call that says what is said: its type, and what lies under the key of that name. */
export function bodyOf({ text, template, choices = [] }: OutgoingContent, file: Uploaded | null): Body {
  if (template) return { type: 'template', template: fillIn(template) };
  if (choices.length > LIST_ABOVE) return { type: 'interactive', interactive: listOf(text, choices) };
  if (choices.length > 0) return { type: 'interactive', interactive: buttonsOf(text, choices, file) };
  if (!file) return { type: 'text', text: { body: text, preview_url: /https?:\/\//.test(text) } };
  const type = typeOf(file.mimeType);
  return { type, [type]: { ...fileOf(file), ...(text.trim() === '' ? {} : { caption: text }) } };
}

function buttonsOf(text: string, choices: readonly string[], file: Uploaded | null): Body {
  const header = file ? { type: typeOf(file.mimeType), [typeOf(file.mimeType)]: fileOf(file) } : null;
  const buttons = choices.map((title, index) => ({ type: 'reply', reply: { id: payloadOf(index), title } }));
  return { type: 'button', ...(header ? { header } : {}), body: { text }, action: { buttons } };
}

function listOf(text: string, choices: readonly string[]): Body {
  const rows = choices.map((title, index) => ({ id: payloadOf(index), title }));
  return { type: 'list', body: { text }, action: { button: 'Choose', sections: [{ rows }] } };
}

/** Comes back with the tap, beside the words that the person saw. */
const payloadOf = (index: number) => `choice_${index + 1}`;

const fileOf = ({ id, mimeType, name }: Uploaded): Body => ({
  id,
  ...(typeOf(mimeType) === 'document' ? { filename: name } : {}),
});

function typeOf(mimeType: string): 'image' | 'video' | 'audio' | 'document' | 'sticker' {
  if (mimeType === 'image/webp') return 'sticker';
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}
