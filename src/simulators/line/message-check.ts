import type { Wrong } from './refusal.ts';

type Part = Readonly<Record<string, unknown>>;
const MOST = 5;
const MOST_TEXT = 5_000;
const MOST_CHOICES = 13;

const COMMON = ['type', 'quickReply', 'sender'];
const OWN: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'quoteToken', 'emojis'],
  image: ['originalContentUrl', 'previewImageUrl'],
  sticker: ['packageId', 'stickerId', 'quoteToken'],
  location: ['title', 'address', 'latitude', 'longitude'],
};

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with `messages` of a push or a reply, part by part. */
export function wrongMessages(messages: unknown): readonly Wrong[] {
  if (!Array.isArray(messages) || messages.length < 1 || messages.length > MOST)
    return [{ message: 'Size must be between 1 and 5', property: 'messages' }];
  return messages.flatMap((message: unknown, at) => wrongMessage(message, `messages[${at}]`));
}

function wrongMessage(message: unknown, at: string): readonly Wrong[] {
  if (!isPart(message)) return [{ message: 'Must be an object', property: at }];
  const type = String(message.type);
  const own = Object.hasOwn(OWN, type) ? OWN[type] : undefined;
  if (!own)
    return [
      { message: 'Must be one of the following values: [text, image, sticker, location]', property: `${at}.type` },
    ];
  const strange = Object.keys(message)
    .filter((key) => !COMMON.includes(key) && !own.includes(key))
    .map((key) => ({ message: 'Unknown property', property: `${at}.${key}` }));
  return [...strange, ...wrongOwn(type, message, at), ...wrongChoices(message.quickReply, `${at}.quickReply`)];
}

function wrongOwn(type: string, message: Part, at: string): readonly Wrong[] {
  switch (type) {
    case 'text':
      return wrongText(message.text, MOST_TEXT, `${at}.text`);
    case 'image':
      return ['originalContentUrl', 'previewImageUrl'].flatMap((key) => wrongUrl(message[key], `${at}.${key}`));
    case 'location':
      return ['title', 'address'].flatMap((key) => wrongText(message[key], 100, `${at}.${key}`));
    default:
      return ['packageId', 'stickerId'].flatMap((key) => wrongText(message[key], 100, `${at}.${key}`));
  }
}

function wrongText(value: unknown, most: number, property: string): readonly Wrong[] {
  if (typeof value !== 'string' || value === '') return [{ message: 'May not be empty', property }];
  return value.length > most ? [{ message: `Length must be between 0 and ${most}`, property }] : [];
}

function wrongUrl(value: unknown, property: string): readonly Wrong[] {
  if (typeof value !== 'string' || value === '') return [{ message: 'May not be empty', property }];
  if (value.length > 2_000) return [{ message: 'Length must be between 0 and 2000', property }];
  return URL.parse(value)?.protocol === 'https:' ? [] : [{ message: 'invalid uri scheme', property }];
}

function wrongChoices(quickReply: unknown, at: string): readonly Wrong[] {
  if (quickReply === undefined) return [];
  const items = isPart(quickReply) ? quickReply.items : undefined;
  if (!Array.isArray(items) || items.length < 1 || items.length > MOST_CHOICES)
    return [{ message: `Size must be between 1 and ${MOST_CHOICES}`, property: `${at}.items` }];
  return items.flatMap((item: unknown, index) => {
    const action = isPart(item) && item.type === 'action' && isPart(item.action) ? item.action : undefined;
    const property = `${at}.items[${index}].action`;
    if (action?.type !== 'message') return [{ message: 'Must be a message action', property }];
    return [...wrongText(action.label, 20, `${property}.label`), ...wrongText(action.text, 300, `${property}.text`)];
  });
}
