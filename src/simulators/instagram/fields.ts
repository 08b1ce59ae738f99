import { fieldNames } from '../meta/listing.ts';

/** What stands between the brackets of one field: `id,text` of `replies{id,text}`. */
export function innerOf(fields: string, name: string): string {
  const start = fields.search(new RegExp(`(^|,)${name}[^,{]*\\{`));
  if (start < 0) return '';
  const open = fields.indexOf('{', start);
  let depth = 0;
  for (let at = open; at < fields.length; at += 1) {
    if (fields[at] === '{') depth += 1;
    if (fields[at] === '}') depth -= 1;
    if (depth === 0) return fields.slice(open + 1, at);
  }
  return '';
}

export { fieldNames };
