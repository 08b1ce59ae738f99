const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;
const LAST_CODE = 0x10ffff;

/** What a label of a host name says in its own script (RFC 3492). Null for what is no Punycode. */
export function readLabel(label: string): string | null {
  if (!/^xn--[a-z0-9-]+$/i.test(label)) return null;
  const text = label.slice(4).toLowerCase();
  const basicEnd = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(0, basicEnd))].map((letter) => letter.charCodeAt(0));
  let [code, bias, at, index] = [FIRST_CODE, FIRST_BIAS, basicEnd + 1, 0];
  while (at < text.length) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text.charCodeAt(at));
      at += 1;
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (index > Number.MAX_SAFE_INTEGER / BASE || weight > Number.MAX_SAFE_INTEGER / BASE) return null;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > LAST_CODE || (code >= 0xd800 && code <= 0xdfff)) return null;
    points.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(letter: number): number | null {
  if (letter >= 97 && letter <= 122) return letter - 97;
  return letter >= 48 && letter <= 57 ? letter - 22 : null;
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  left += Math.floor(left / count);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
