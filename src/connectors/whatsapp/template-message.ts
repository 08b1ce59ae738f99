import type { ChosenTemplate } from '../../core/channel/outgoing.ts';

type Parameter = Readonly<Record<string, string>>;
interface Filled {
  readonly type: 'header' | 'body' | 'button';
  readonly sub_type?: 'url' | 'copy_code';
  readonly index?: string;
  readonly parameters: readonly Parameter[];
}

/** Meta takes no line break, no tab and no more than four spaces in a row. Source: "Error codes", 132018; read 2026-11. */
const ODD = /[\n\r\t]| {5,}/;

/** The words of a person who filled it in, about a value that Meta would not take; null: all are good. */
export function problemOf({ values }: ChosenTemplate): string | null {
  for (const [key, value] of Object.entries(values)) {
    if (value.trim() === '') return `The gap {{${key}}} of the template is empty.`;
    if (ODD.test(value))
      return `What is filled in for {{${key}}} has a line break, a tab or many spaces in it: WhatsApp takes one line.`;
  }
  return null;
}

/** As the Send API wants it: the values in their places, which their keys name (see `readParts`). */
export function fillIn({ name, language, values }: ChosenTemplate): Readonly<Record<string, unknown>> {
  const header: Parameter[] = [];
  const body: Parameter[] = [];
  const buttons: Filled[] = [];
  // Keys that are numbers come in their order, whatever order they were filled in.
  for (const [key, value] of Object.entries(values)) {
    const button = /^button\.(\d+)\.(url|code)$/.exec(key);
    if (button?.[1] !== undefined) buttons.push(buttonOf(button[1], button[2] === 'code', value));
    else if (key.startsWith('header.')) header.push(parameter(key.slice('header.'.length), value));
    else body.push(parameter(key, value));
  }
  const components: Filled[] = [
    ...(header.length > 0 ? [{ type: 'header', parameters: header } as const] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body } as const] : []),
    ...buttons.toSorted((a, b) => Number(a.index) - Number(b.index)),
  ];
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}

/** A gap has a number, or a name of its own. */
const parameter = (gap: string, text: string): Parameter => ({
  type: 'text',
  ...(/^\d+$/.test(gap) ? {} : { parameter_name: gap }),
  text,
});

const buttonOf = (index: string, isCode: boolean, value: string): Filled =>
  isCode
    ? { type: 'button', sub_type: 'copy_code', index, parameters: [{ type: 'coupon_code', coupon_code: value }] }
    : { type: 'button', sub_type: 'url', index, parameters: [{ type: 'text', text: value }] };
