/** As much of an answer as somebody will look at; no address is read on beyond it. */
export async function readSome(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens at this address.',
  ECONNRESET: 'The connection was closed without an answer.',
  UND_ERR_SOCKET: 'The connection was closed without an answer.',
  UND_ERR_CONNECT_TIMEOUT: 'The address could not be reached in time.',
  UND_ERR_HEADERS_TIMEOUT: 'There was no answer in time.',
  ENOTFOUND: 'There is no such name.',
  EAI_AGAIN: 'The name could not be looked up.',
  CERT_HAS_EXPIRED: 'The certificate of the address has expired.',
};

/** Why an address could not be reached, in words; undefined: for a reason that has none. */
export const whyUnreached = (error: unknown): string | undefined => WORDS[(error as { code?: string }).code ?? ''];
