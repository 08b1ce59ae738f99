import { Refusal } from './refusal.ts';

type Part = Readonly<Record<string, unknown>>;
/** A template as the list gives it back. */
export interface KnownTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  status: string;
  readonly category: string;
  readonly parameter_format: 'POSITIONAL' | 'NAMED';
  readonly components: readonly Part[];
}

const body = (text: string, example?: Part): Part => ({ type: 'BODY', text, ...(example ? { example } : {}) });
const base = { status: 'APPROVED', category: 'UTILITY', parameter_format: 'POSITIONAL', language: 'en_US' } as const;

/** What a shop might have: each kind once, and some that cannot be sent. */
export const SHOP_TEMPLATES: readonly KnownTemplate[] = [
  {
    ...base,
    id: '1192339204654401',
    name: 'case_update',
    components: [
      body('Hi {{1}}, there is news about your case {{2}}. Reply here and we go on.', {
        body_text: [['Ida', '40217']],
      }),
      { type: 'FOOTER', text: 'Lindqvist Outdoor' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Tell me more' },
          { type: 'QUICK_REPLY', text: 'Stop' },
        ],
      },
    ],
  },
  {
    ...base,
    id: '1192339204654402',
    name: 'order_shipped',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['40217'] } },
      body('Hello {{1}}, your parcel is on its way and comes on {{2}}.', { body_text: [['Ida', 'Friday']] }),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+4687001122' },
          { type: 'URL', text: 'Track it', url: 'https://lindqvist.example.com/t/{{1}}', example: ['SE40217'] },
        ],
      },
    ],
  },
  {
    ...base,
    id: '1192339204654403',
    name: 'still_there',
    parameter_format: 'NAMED',
    components: [
      body('Hi {{first_name}}, do you still need help with {{topic}}?', {
        body_text_named_params: [
          { param_name: 'first_name', example: 'Ida' },
          { param_name: 'topic', example: 'your tent' },
        ],
      }),
    ],
  },
  {
    ...base,
    id: '1192339204654404',
    name: 'autumn_sale',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example-cdn.test/sale.jpg'] } },
      body('Everything for autumn, with the code below.'),
      { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy code', example: ['FALL25'] }] },
    ],
  },
  {
    ...base,
    id: '1192339204654405',
    name: 'coupon',
    category: 'MARKETING',
    components: [
      body('Sorry for the wait. This is for you.'),
      { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy code', example: ['SORRY10'] }] },
    ],
  },
  { ...base, id: '1192339204654406', name: 'old_news', status: 'PAUSED', components: [body('We have news.')] },
  { ...base, id: '1192339204654407', name: 'not_yet', status: 'PENDING', components: [body('Nearly there.')] },
  {
    ...base,
    id: '1192339204654408',
    name: 'sign_in',
    category: 'AUTHENTICATION',
    components: [
      body('{{1}} is your code.', { body_text: [['123456']] }),
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
    ],
  },
];

const isObject = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isObject) : []);
const gapsOf = (text: unknown): string[] =>
  typeof text === 'string' ? [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, gap = '']) => gap) : [];
const ODD = /[\n\t]| {5,}/;

/** The words that the person sees. Throws what WhatsApp answers to a template that does not fit. */
export function fill(known: readonly KnownTemplate[], given: Part): string {
  const language = isObject(given.language) ? given.language.code : undefined;
  const template = known.find((one) => one.name === given.name && one.language === language);
  if (!template || template.status === 'PENDING')
    throw new Refusal(
      132001,
      'Template name does not exist in the translation',
      `template name (${given.name}) does not exist in ${language}`,
    );
  if (template.status === 'PAUSED')
    throw new Refusal(132015, 'Template is Paused', 'Template is paused due to low quality');
  const filled = list(given.components);
  for (const part of filled)
    if (!['header', 'body', 'button'].includes(String(part.type)))
      throw new Refusal(132012, 'Parameter format does not match', `components: unexpected type ${part.type}`);
  const words: string[] = [];
  for (const part of template.components) {
    const kind = String(part.type);
    if (kind === 'HEADER' && part.format !== 'TEXT') {
      const [given] = list(filled.find(({ type }) => type === 'header')?.parameters);
      if (given?.type !== String(part.format).toLowerCase())
        throw new Refusal(
          132012,
          'Parameter format does not match',
          `header: Format mismatch, expected ${part.format}`,
        );
    } else if (kind === 'HEADER' || kind === 'BODY') {
      const parameters = list(filled.find(({ type }) => type === kind.toLowerCase())?.parameters);
      words.push(fillText(String(part.text ?? ''), parameters, kind.toLowerCase(), template.parameter_format));
    } else if (kind === 'FOOTER') words.push(String(part.text));
    else if (kind === 'BUTTONS')
      for (const [index, button] of list(part.buttons).entries()) checkButton(button, index, filled);
  }
  return words.join('\n\n');
}

function fillText(text: string, parameters: readonly Part[], where: string, format: string): string {
  const gaps = gapsOf(text);
  if (parameters.length !== gaps.length)
    throw new Refusal(
      132000,
      'Number of parameters does not match the expected number of params',
      `${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${gaps.length})`,
    );
  return gaps.reduce((filled, gap, index) => {
    const parameter =
      format === 'NAMED' ? parameters.find(({ parameter_name: name }) => name === gap) : parameters[index];
    if (parameter?.type !== 'text' || typeof parameter.text !== 'string' || parameter.text === '')
      throw new Refusal(132012, 'Parameter format does not match', `${where}: Parameter ${gap} is not a text`);
    if (format === 'POSITIONAL' && 'parameter_name' in parameter)
      throw new Refusal(132012, 'Parameter format does not match', `${where}: Parameter name is not expected`);
    if (ODD.test(parameter.text))
      throw new Refusal(
        132018,
        'Parameter text is not valid',
        'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      );
    return filled.replace(new RegExp(`\\{\\{\\s*${gap}\\s*\\}\\}`), () => String(parameter.text));
  }, text);
}

function checkButton(button: Part, index: number, filled: readonly Part[]): void {
  const given = filled.find((part) => part.type === 'button' && String(part.index) === String(index));
  const [parameter] = list(given?.parameters);
  const wrong = (what: string) =>
    new Refusal(132012, 'Parameter format does not match', `buttons: Button at index ${index} ${what}`);
  if (button.type === 'URL' && gapsOf(button.url).length > 0) {
    if (given?.sub_type !== 'url' || parameter?.type !== 'text') throw wrong('of type Url requires a parameter');
  } else if (button.type === 'COPY_CODE') {
    if (given?.sub_type !== 'copy_code' || parameter?.type !== 'coupon_code') throw wrong('requires a coupon_code');
  } else if (given && button.type !== 'QUICK_REPLY') throw wrong('takes no parameter');
}
