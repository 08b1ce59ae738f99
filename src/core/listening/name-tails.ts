import { foldWord } from './fold-letter.ts';

/** What companies put behind or before their name in a handle. `@kettlecofan` and `@fjellbjorn` are people. */
const TAILS = new Set(
  `help helps support care cares service services cs hq official app app shop store global international world online
  news info team inc corp group media hilfe kundenservice tuki asiakaspalvelu podrska pomoc ugyfelszolgalat
  europe eu uk gb us usa de at ch fr es it nl be pl se no fi dk is ie pt gr cy hr rs ba si hu cz sk ro bg ua tr kr jp cn
  hk tw in au nz ca br mx ar cl co za germany deutschland france italia espana polska hrvatska srbija hungary
  magyarorszag suomi finland greece hellas korea japan india brasil canada`.split(/\s+/),
);
const HEADS = new Set(['ask', 'hey', 'team', 'the', 'get', 'hello', 'real', 'official', 'support', 'help', 'we', 'go']);
/** What people put behind a name in a hashtag without a capital: `#kettlecofail`. */
const TAG_TAILS = new Set(
  `fail fails failed help down sucks scam fraud support service care outage problem problems issue issues app
  refund customerservice customersupport customercare badservice worst`.split(/\s+/),
);
const SHORT = 4;

/** `name` within a handle that belongs to it. Both folded to letters and digits, but for the dots, lines and @ of the handle. */
export function isHandleOf(handle: string, name: string): boolean {
  const [user = '', server] = handle.split('@');
  const labels = user.split('.').map(foldWord);
  if (server === undefined && labels.length > 1) {
    // A site as a name: `shop.kettleco.com`, `kettleco.bsky.social`.
    if (labels.at(-2) === name) return true;
  }
  const [label = ''] = labels;
  if (label === name) return true;
  const isWhole = (rest: string, among: ReadonlySet<string>) =>
    among.has(rest) && (name.length >= SHORT || /[_-]/.test(user));
  if (label.startsWith(name)) return isWhole(label.slice(name.length), TAILS);
  return label.endsWith(name) && isWhole(label.slice(0, -name.length), HEADS);
}

export const isTagTail = (rest: string): boolean => TAG_TAILS.has(rest) || TAILS.has(rest) || /^\d{1,4}$/.test(rest);
