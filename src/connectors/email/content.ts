import type { Attachment, AttachmentKind, Content } from '../../core/channel/content.ts';
import { calendarWords } from './calendar.ts';
import { BOUNDS, type Mail, type MailPart, storable } from './mail.ts';
import { ownWords } from './plain-text.ts';

/** What the person said: `text` without the earlier mails repeated below it, `html` whole, as it came. */
export function contentOf(mail: Mail, missingBytes: number, isReport: boolean): Content {
  const text = isReport ? mail.text.trim() : ownWords(mail.text, mail.subject);
  const calendar = calendarWords(mail);
  return {
    text: storable([text, calendar].filter((one) => one !== '').join('\n\n'), BOUNDS.textChars),
    ...(mail.html !== undefined && !mail.isDamaged ? { html: mail.html } : {}),
    ...(mail.subject ? { subject: mail.subject } : {}),
    attachments: [...attachmentsOf(mail), ...notices(mail, missingBytes)],
  };
}

function attachmentsOf(mail: Mail): Attachment[] {
  return mail.parts
    .map((part, at) => ({ part, at }))
    .filter(({ part }) => !/^message\/(delivery-status|disposition-notification)$/.test(part.contentType))
    .slice(0, BOUNDS.parts)
    .map(({ part, at }) => ({
      kind: kindOf(part.contentType),
      source: { kind: 'part', part: at },
      name: part.name ?? nameFor(part, at),
      mimeType: part.contentType,
      sizeBytes: part.sizeBytes,
      ...(part.contentId ? { contentId: part.contentId } : {}),
    }));
}

function kindOf(contentType: string): AttachmentKind {
  const family = contentType.split('/', 1)[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}

const NAMES: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'message/global': 'message.eml',
  'text/rfc822-headers': 'headers.txt',
  'text/calendar': 'invite.ics',
  'application/ics': 'invite.ics',
  'text/plain': 'text.txt',
  'text/html': 'page.html',
  'application/ms-tnef': 'winmail.dat',
};

function nameFor({ contentType }: MailPart, at: number): string {
  const type = /^(?:image|audio|video)\/(?:x-)?([a-z0-9]{2,8})$/.exec(contentType)?.[1];
  return NAMES[contentType] ?? `file-${at + 1}${type ? `.${type}` : ''}`;
}

/** What the desk does not show is named, so that a person looks for it in the mailbox. */
function notices(mail: Mail, missingBytes: number): Attachment[] {
  const words = [
    missingBytes > 0 &&
      `This mail is ${Math.ceil((mail.sizeBytes + missingBytes) / 1_048_576)} MB. Only its beginning was read; open the rest in the mailbox.`,
    mail.parts.length > BOUNDS.parts &&
      `This mail has ${mail.parts.length} files; the first ${BOUNDS.parts} are listed.`,
    mail.isDamaged && 'This mail is damaged. Its headers and the beginning of its text could be read.',
  ];
  return words
    .filter((one) => typeof one === 'string')
    .map((title) => ({ kind: 'unsupported', source: { kind: 'none' }, title }));
}
