import type { Content } from '../../core/channel/content.ts';
import { parseJson } from '../shared/json.ts';
import type { Said } from './element.ts';

type Tapped = Pick<Content, 'text' | 'attachments'> & { readonly payload?: string };

/** What a person chose or filled in: they saw the words, we are told the payload. Null: nothing that we know. */
export function readTapped({ interactive, button }: Said): Tapped | null {
  if (button) return tapped(button.text ?? button.payload, button.payload);
  const { button_reply: reply, list_reply: row, nfm_reply: form } = interactive ?? {};
  if (reply) return tapped(reply.title ?? reply.id, reply.id);
  if (row) return tapped([row.title ?? row.id, row.description].filter(Boolean).join('\n'), row.id);
  if (form) return tapped(formWords(form.body, form.response_json), form.response_json);
  return null;
}

function tapped(text: string | undefined, payload: string | undefined): Tapped | null {
  if (!text) return null;
  return { text, attachments: [], ...(payload ? { payload } : {}) };
}

/** A flow says only "Sent" for all that was filled in; its answers lie beside it as JSON. */
function formWords(body: string | undefined, json: string | undefined): string {
  const lines = json === undefined ? [] : answersIn(json);
  const isEmpty = body === undefined || /^sent$/i.test(body.trim());
  if (!isEmpty) return body;
  return lines.length > 0 ? lines.join('\n') : 'A filled-in form';
}

function answersIn(json: string): readonly string[] {
  let value: unknown;
  try {
    value = parseJson(new TextEncoder().encode(json));
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'flow_token')
    .map(([key, answer]) => `${labelOf(key)}: ${wordsOf(answer)}`);
}

/** `screen_0_First_name_0` is how Meta's own editor names a field. */
const labelOf = (key: string) =>
  key
    .replace(/^screen_\d+_/, '')
    .replace(/_\d+$/, '')
    .replaceAll('_', ' ')
    .trim() || key;
const wordsOf = (answer: unknown): string =>
  Array.isArray(answer)
    ? answer.map(wordsOf).join(', ')
    : typeof answer === 'object' && answer !== null
      ? JSON.stringify(answer)
      : String(answer);
