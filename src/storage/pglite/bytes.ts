/** The OID of `bytea`. */
export const BYTEA = 17;

/** The library reads and writes bytes digit by digit in script, which was a tenth of what filing a message costs. */
export const parseBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

export function serializeBytes(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new Error('Only bytes go into a column of bytes.');
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}
