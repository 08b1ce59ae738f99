import { invalid, missing, Refusal } from './refusal.ts';
import type { LineMessage, SentFile, State } from './state.ts';
import { fill } from './templates.ts';

type Part = Readonly<Record<string, unknown>>;
/** What the person would see of a call to `/messages`. */
export interface Said {
  readonly text: string;
  readonly file?: SentFile;
  readonly choices?: LineMessage['choices'];
  readonly isTemplate?: boolean;
}

/** Every part is looked at: a key that nobody asked for is refused as well as one that is missing. */
export function readSaid(state: State, type: string, part: Part, numberId: string): Said {
  switch (type) {
    case 'text':
      only(part, 'text', ['body', 'preview_url']);
      return { text: words(part.body, 'text.body', 4_096) };
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return readMedia(state, type, part, numberId);
    case 'interactive':
      return readInteractive(state, part, numberId);
    case 'template':
      only(part, 'template', ['name', 'language', 'components']);
      return { text: fill(state.templates, part), isTemplate: true };
    case 'location':
      only(part, 'location', ['latitude', 'longitude', 'name', 'address']);
      if (typeof part.latitude !== 'number' || typeof part.longitude !== 'number') throw missing('location.latitude');
      return { text: String(part.name ?? `${part.latitude}, ${part.longitude}`) };
    default:
      throw invalid(`type: ${type} is not one of the message types`);
  }
}

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function only(part: Part, name: string, keys: readonly string[]): void {
  const strange = Object.keys(part).find((key) => !keys.includes(key) && part[key] !== undefined);
  if (strange !== undefined)
    throw new Refusal(100, 'Invalid parameter', `Unexpected key "${strange}" on param "${name}".`);
}

export function words(value: unknown, name: string, max: number): string {
  if (typeof value !== 'string' || value === '') throw missing(name);
  if (value.length > max)
    throw new Refusal(100, 'Invalid parameter', `Param ${name} must be at most ${max} characters long.`);
  return value;
}

const TYPES: Readonly<Record<string, RegExp>> = {
  image: /^image\/(jpeg|png)$/,
  video: /^video\/(mp4|3gpp)$/,
  audio: /^audio\//,
  document: /^(application|text)\//,
  sticker: /^image\/webp$/,
};
function readMedia(state: State, type: string, part: Part, numberId: string): Said {
  const hasCaption = type === 'image' || type === 'video' || type === 'document';
  only(part, type, ['id', 'link', ...(hasCaption ? ['caption'] : []), ...(type === 'document' ? ['filename'] : [])]);
  if ((part.id === undefined) === (part.link === undefined)) throw missing(`${type}.id or ${type}.link`);
  const text = part.caption === undefined ? '' : words(part.caption, `${type}.caption`, 1_024);
  if (part.link !== undefined) return { text, file: { id: '', name: 'file', type: `${type}/*` } };
  const stored = state.files.get(String(part.id));
  if (!stored || stored.numberId !== numberId || stored.goneAt <= state.now())
    throw invalid(`${type}.id: Media ID ${part.id} was not found`);
  if (!TYPES[type]?.test(stored.type))
    throw new Refusal(131053, 'Media upload error', `${stored.type} cannot be sent as ${type}`);
  const name = typeof part.filename === 'string' ? part.filename : stored.name;
  return { text, file: { id: String(part.id), name, type: stored.type } };
}

function readInteractive(state: State, part: Part, numberId: string): Said {
  only(part, 'interactive', ['type', 'header', 'body', 'footer', 'action']);
  const body = isPart(part.body) ? part.body : {};
  const action = isPart(part.action) ? part.action : {};
  if (part.type === 'button') {
    const text = words(body.text, 'interactive.body.text', 1_024);
    only(action, 'interactive.action', ['buttons']);
    const choices = parts(action.buttons, 'interactive.action.buttons', 3).map((button) => {
      if (button.type !== 'reply' || !isPart(button.reply)) throw missing('interactive.action.buttons.reply');
      return titled(button.reply, 256, 20);
    });
    const header = isPart(part.header) ? headerFile(state, part.header, numberId) : {};
    return { text, choices: distinct(choices), ...header };
  }
  if (part.type === 'list') {
    if (isPart(part.header) && part.header.type !== 'text')
      throw invalid('interactive.header: a list takes a text only');
    const text = words(body.text, 'interactive.body.text', 4_096);
    only(action, 'interactive.action', ['button', 'sections']);
    words(action.button, 'interactive.action.button', 20);
    const sections = parts(action.sections, 'interactive.action.sections', 10);
    if (sections.length > 1) for (const section of sections) words(section.title, 'section.title', 24);
    const rows = sections.flatMap((section) => parts(section.rows, 'rows', 10));
    if (rows.length > 10) throw invalid('interactive.action.sections: more than 10 rows');
    return { text, choices: distinct(rows.map((row) => titled(row, 200, 24))) };
  }
  throw invalid(`interactive.type: ${part.type} is not understood here`);
}

function headerFile(state: State, header: Part, numberId: string): Pick<Said, 'file'> {
  const type = String(header.type);
  if (type === 'text') return {};
  const media = header[type];
  if (!['image', 'video', 'document'].includes(type) || !isPart(media)) throw invalid('interactive.header');
  const { file } = readMedia(state, type, media, numberId);
  return file ? { file } : {};
}

function parts(value: unknown, name: string, max: number): readonly Part[] {
  if (!Array.isArray(value) || value.length === 0) throw missing(name);
  if (value.length > max) throw invalid(`${name}: at most ${max} are allowed`);
  return value.filter(isPart);
}
const titled = (part: Part, idMax: number, titleMax: number) => ({
  id: words(part.id, 'id', idMax),
  title: words(part.title, 'title', titleMax),
});
function distinct(choices: readonly { readonly id: string; readonly title: string }[]) {
  if (
    new Set(choices.map(({ id }) => id)).size < choices.length ||
    new Set(choices.map(({ title }) => title)).size < choices.length
  )
    throw invalid('Duplicated title or id in the choices');
  return choices;
}
