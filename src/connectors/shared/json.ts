/**
 * Parses JSON and keeps whole numbers past 2^53 as the digits that were written: Meta sends sticker and some other
 * ids as bare numbers, and two different ones must not be rounded into one.
 *
 * @throws SyntaxError when it is not JSON
 */
export function parseJson(body: Uint8Array): unknown {
  const known = read.get(body);
  if (known) return known.json;
  const json = parseText(body);
  read.set(body, { json });
  return json;
}

/** Every connector of a family is given the same bytes; whose event it is stands inside. Nobody changes what was read. */
const read = new WeakMap<Uint8Array, { readonly json: unknown }>();

function parseText(body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  // A reviver costs several times the parsing; almost no body has such a number outside of quotes.
  if (!/[:[,\s]-?\d{16,}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepDigits);
}

/** Undefined where it is empty or something else. */
export function jsonIn(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
