/** JSON with line breaks, anything else as it came. Only white space is added: numbers of 19 digits stay what they are. */
export function prettyBody(body: string): string {
  const text = body.trim();
  if (!/^[[{]/.test(text)) return body;
  let depth = 0;
  let inText = false;
  let pretty = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (inText) {
      pretty += character;
      if (character === '\\') {
        at += 1;
        pretty += text[at] ?? '';
      } else if (character === '"') inText = false;
    } else if (character === '"') {
      inText = true;
      pretty += character;
    } else if (character === '{' || character === '[') {
      const isEmpty = /^\s*[}\]]/.test(text.slice(at + 1, at + 40));
      if (!isEmpty) depth += 1;
      pretty += isEmpty ? character : `${character}\n${'  '.repeat(depth)}`;
    } else if (character === '}' || character === ']') {
      const isEmpty = /[[{]$/.test(pretty);
      if (!isEmpty) depth = Math.max(0, depth - 1);
      pretty += isEmpty ? character : `\n${'  '.repeat(depth)}${character}`;
    } else if (character === ',') pretty += `,\n${'  '.repeat(depth)}`;
    else if (character === ':') pretty += ': ';
    else if (!/\s/.test(character)) pretty += character;
  }
  return pretty;
}
