/** `for_ever`: its name changes with its content. `page`: the newest, or the one we have. */
export type Kept = 'for_ever' | 'page' | 'never';

/** What the browser may keep of an answer. Only the desk's own files: never what people wrote, never what they sent. */
export function keptHow({
  method,
  mode,
  url,
  origin,
}: {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
  readonly origin: string;
}): Kept {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return 'never';
  if (address.pathname.startsWith('/assets/')) return 'for_ever';
  const isServers = /^\/(api|media|oidc|webhooks|health|openapi\.json)(\/|$)/.test(address.pathname);
  return mode === 'navigate' && !isServers ? 'page' : 'never';
}

/** A notice opens nothing but the desk. */
export function isOurs(url: string, origin: string): boolean {
  return URL.canParse(url, origin) && new URL(url, origin).origin === origin;
}

/** The desk's own files in the text of its page, or among what a page says it has read. */
export function filesIn(page: string): readonly string[] {
  return [...new Set(page.match(/\/assets\/[\w./-]+\.(?:js|css|woff2|svg)\b/g) ?? [])];
}
