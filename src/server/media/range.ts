export interface ByteRange {
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/**
 * One range of bytes, which browsers ask for to wind a video. Null: the whole is meant.
 * Source: RFC 9110, section 14.2; read 2026-11. Several ranges may be answered with the whole.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const [whole, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (whole === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'unsatisfiable' : { from, to };
}
