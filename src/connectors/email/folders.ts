import type { ImapFlow } from 'imapflow';
import type { EmailCredentials } from './credentials.ts';

/** Names of the Sent folder where the server does not mark it (RFC 6154), in lower case. */
const USUAL = [
  'sent',
  'sent items',
  'sent messages',
  'sent mail',
  'gesendet',
  'gesendete elemente',
  'gesendete objekte',
  'envoyés',
  'éléments envoyés',
  'messages envoyés',
  'enviados',
  'elementos enviados',
  'posta inviata',
  'inviati',
  'verzonden',
  'verzonden items',
  'skickat',
  'lähetetyt',
  'απεσταλμένα',
  'poslano',
  'elküldött',
  'elküldött elemek',
  'wysłane',
  '보낸 편지함',
  '送信済み',
  '已发送',
];

/** The path of the Sent folder, or null where the mailbox has none. */
export async function sentFolderOf(client: ImapFlow, { sentFolder }: EmailCredentials): Promise<string | null> {
  const folders = await client.list();
  if (sentFolder) return folders.find(({ path }) => path.toLowerCase() === sentFolder.toLowerCase())?.path ?? null;
  const marked = folders.find(({ specialUse }) => specialUse === '\\Sent');
  return (marked ?? folders.find(({ name }) => USUAL.includes(name.toLowerCase())))?.path ?? null;
}

/** Whether the server puts what is sent through it into the Sent folder by itself. */
export function serverKeepsSent(client: ImapFlow, { sentCopy }: EmailCredentials): boolean {
  return sentCopy === 'server' || (sentCopy === 'auto' && client.capabilities.has('X-GM-EXT-1'));
}
