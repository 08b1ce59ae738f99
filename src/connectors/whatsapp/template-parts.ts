import { z } from 'zod';
import type { TemplateVariable } from '../../core/channel/template.ts';
import { lenient, text } from '../shared/shapes.ts';

const Named = z.object({ param_name: text, example: lenient(text) });
const Button = z.object({
  type: z.string(),
  text: lenient(text),
  url: lenient(text),
  example: z.unknown().optional(),
});
export const Component = z.object({
  type: z.string(),
  format: lenient(z.string()),
  text: lenient(text),
  buttons: lenient(z.array(Button)),
  example: lenient(
    z.object({
      header_text: lenient(z.array(text)),
      header_text_named_params: lenient(z.array(Named)),
      body_text: lenient(z.union([z.array(z.array(text)), z.array(text)])),
      body_text_named_params: lenient(z.array(Named)),
    }),
  ),
});
export type Component = z.infer<typeof Component>;

export interface TemplateParts {
  readonly words: string;
  readonly variables: readonly TemplateVariable[];
  readonly closedBecause: string | null;
}

const GAP = /\{\{\s*(\w+)\s*\}\}/g;
const KINDS: Readonly<Record<string, string>> = {
  IMAGE: 'a picture',
  VIDEO: 'a video',
  GIF: 'a moving picture',
  DOCUMENT: 'a document',
  LOCATION: 'a place',
  PRODUCT: 'a product',
};
/** Buttons that need nothing from us when the template is sent. */
const PLAIN_BUTTONS = new Set(['QUICK_REPLY', 'PHONE_NUMBER', 'VOICE_CALL']);

/**
 * How a template reads, with its gaps. Header and body may both begin at `{{1}}`, so a gap is named by its place:
 * `header.1`, `1`, `button.0.url`. `fillIn` takes the same names apart again.
 */
export function readParts(components: readonly Component[]): TemplateParts {
  const words: string[] = [];
  const variables = new Map<string, TemplateVariable>();
  let closedBecause: string | null = null;
  const close = (why: string) => {
    closedBecause ??= why;
  };
  const say = (said: string, place: string, examples: Examples) => {
    words.push(
      said.replace(GAP, (_, gap: string) => {
        const key = `${place}${gap}`;
        const example = examples(gap);
        if (!variables.has(key)) variables.set(key, { key, ...(example ? { example } : {}) });
        return `{{${key}}}`;
      }),
    );
  };
  for (const component of components) {
    const { type, format, text: said = '', buttons = [] } = component;
    switch (type.toUpperCase()) {
      case 'HEADER':
        if ((format ?? 'TEXT').toUpperCase() === 'TEXT') say(said, 'header.', headerExamples(component));
        else close(`It begins with ${kindOf(format)}, which cannot be filled in here.`);
        break;
      case 'BODY':
        say(said, '', bodyExamples(component));
        break;
      case 'FOOTER':
        words.push(said);
        break;
      case 'BUTTONS':
        for (const [index, button] of buttons.entries()) readButton(button, index, say, close);
        break;
      default:
        close(`It has a part that cannot be filled in here (${type.toLowerCase().replaceAll('_', ' ').slice(0, 40)}).`);
    }
  }
  return { words: words.filter(Boolean).join('\n\n'), variables: [...variables.values()], closedBecause };
}

type Examples = (gap: string) => string | undefined;

function readButton(
  { type, text: label = '', url = '', example }: z.infer<typeof Button>,
  index: number,
  say: (said: string, place: string, examples: Examples) => void,
  close: (why: string) => void,
): void {
  const kind = type.toUpperCase();
  const given = Array.isArray(example) ? example[0] : example;
  const examples = () => (typeof given === 'string' ? given : undefined);
  const hasGap = url.includes('{{');
  if (kind === 'URL' && hasGap) say(`${label}: ${url.replace(GAP, '{{url}}')}`, `button.${index}.`, examples);
  else if (kind === 'COPY_CODE') say(`${label || 'Code'}: {{code}}`, `button.${index}.`, examples);
  else if (kind !== 'URL' && !PLAIN_BUTTONS.has(kind))
    close(`It has a button that cannot be filled in here (${kind.toLowerCase().replaceAll('_', ' ').slice(0, 40)}).`);
}

const kindOf = (format: string | undefined) => {
  const kind = (format ?? '').toUpperCase();
  return (Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined) ?? 'something';
};

function headerExamples({ example }: Component): Examples {
  const named = new Map(example?.header_text_named_params?.map((one) => [one.param_name, one.example]));
  return (gap) => named.get(gap) ?? example?.header_text?.[Number(gap) - 1];
}
function bodyExamples({ example }: Component): Examples {
  const named = new Map(example?.body_text_named_params?.map((one) => [one.param_name, one.example]));
  const listed = (example?.body_text ?? []).flat();
  return (gap) => named.get(gap) ?? listed[Number(gap) - 1];
}
