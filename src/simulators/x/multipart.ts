export interface Part {
  readonly bytes: Buffer;
  readonly type: string;
}

/** A form of several parts, as bytes: some clients send files without a name, which a browser's parser takes for text. */
export function readParts(body: Buffer, contentType: string): ReadonlyMap<string, Part> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? '';
  const parts = new Map<string, Part>();
  const line = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(line); at !== -1; ) {
    const start = at + line.length + 2;
    const next = body.indexOf(line, start);
    if (next === -1) break;
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (headEnd === -1 || headEnd > next) break;
    const head = body.subarray(start, headEnd).toString();
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const type = /content-type:\s*(\S+)/i.exec(head)?.[1] ?? '';
    if (name !== undefined) parts.set(name, { bytes: body.subarray(headEnd + 4, next - 2), type });
    at = next;
  }
  return parts;
}
