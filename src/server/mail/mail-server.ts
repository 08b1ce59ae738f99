export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; otherwise STARTTLS, which is required unless the server runs on this machine. */
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
  readonly from: { readonly name: string; readonly address: string };
}

/** Null for what is none. */
export function toMailServer(text: string): Omit<MailServer, 'from'> | null {
  const url = URL.parse(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.search || url.hash)
    return null;
  const isSecure = url.protocol === 'smtps:';
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port ? Number(url.port) : isSecure ? 465 : 587,
      isSecure,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
  } catch {
    return null;
  }
}

/** Null for what is none. */
export function toMailbox(text: string): MailServer['from'] | null {
  const [, name = '', inBrackets] = /^\s*"?([^"<>]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text) ?? [];
  const address = inBrackets ?? text.trim();
  return /^[^\s@<>",]+@[^\s@<>",]+$/.test(address) ? { name: name.trim(), address } : null;
}
