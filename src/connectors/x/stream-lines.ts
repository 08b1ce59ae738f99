/** Characters of one line. A post with all that it points at is some ten thousand. */
export const LINE_MOST = 1_000_000;
const END = '\r\n';

/**
 * Takes lines out of what comes in pieces, without their ends. One that is longer than `most` characters is passed over,
 * and what follows it is read again.
 */
export function createLines(most = LINE_MOST): (piece: string) => string[] {
  let rest = '';
  let isTooLong = false;
  return (piece) => {
    // an end may be cut in two
    let from = Math.max(0, rest.length - 1);
    let text = rest + piece;
    const lines: string[] = [];
    for (let end = text.indexOf(END, from); end >= 0; end = text.indexOf(END, from)) {
      if (!isTooLong && end <= most) lines.push(text.slice(0, end));
      isTooLong = false;
      text = text.slice(end + END.length);
      from = 0;
    }
    // the half of an end does not count
    if (text.length > most + 1) {
      isTooLong = true;
      text = text.endsWith('\r') ? '\r' : '';
    }
    rest = text;
    return lines;
  };
}
