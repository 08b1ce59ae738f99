import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import { isSilentSender } from './automatic.ts';
import { domainOf } from './ids.ts';
import type { Mail, Mailbox } from './mail.ts';

export interface People {
  readonly author: Author;
  /** The other side of the thread. */
  readonly counterpart: Person | undefined;
  /** Where an answer goes, when the mail names another address than its author's. */
  readonly replyTo: string | undefined;
  /** The author stands in Reply-To, since a form or a shop system sent the mail. */
  readonly isForm: boolean;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
}

export function personOf({ address, name }: Mailbox): Person {
  return {
    id: address as ExternalIdentityId,
    scope: '',
    handle: address,
    ...(name && name.toLowerCase() !== address ? { name } : {}),
  };
}

/**
 * Who wrote this and to whom an answer goes.
 *
 * @param own the inbox's address, lower-cased
 * @param isFromSent it was read from the Sent folder: ours, whatever alias it was sent from
 */
export function peopleIn(mail: Mail, own: string, isFromSent: boolean): People {
  const from = mail.mailboxes('from')[0] ?? mail.mailboxes('sender')[0];
  const replyTo = mail.mailboxes('reply-to').find(({ address }) => !isOwn(address, own)) ?? groupMember(mail, own);
  const to = mail.mailboxes('to');
  const cc = mail.mailboxes('cc');
  const isOurs = isFromSent || (from !== undefined && isOwn(from.address, own));
  // A form on our own site sends from our own address or domain; the customer stands in Reply-To.
  const isForm =
    !isFromSent &&
    replyTo !== undefined &&
    domainOf(replyTo.address) !== domainOf(own) &&
    (from === undefined || domainOf(from.address) === domainOf(own) || isSilentSender(from.address));

  if (isOurs && !isForm) {
    const others = [...to, ...cc, ...mail.mailboxes('bcc')].filter(({ address }) => !isOwn(address, own));
    return {
      author: { kind: 'business' },
      counterpart: others[0] && personOf(others[0]),
      replyTo: undefined,
      isForm: false,
      to,
      cc,
    };
  }
  const writer = isForm
    ? { ...replyTo, name: replyTo.name || nameOfForm(from) }
    : (from ?? replyTo ?? mail.mailboxes('return-path')[0]);
  if (!writer)
    return { author: { kind: 'unknown' }, counterpart: undefined, replyTo: undefined, isForm: false, to, cc };
  const person = personOf(writer);
  const answerTo = replyTo && replyTo.address !== writer.address ? replyTo.address : undefined;
  return { author: { kind: 'contact', person }, counterpart: person, replyTo: answerTo, isForm, to, cc };
}

/** `care+anything@` is `care@` too. */
export function isOwn(address: string, own: string): boolean {
  if (address === own) return true;
  const at = own.lastIndexOf('@');
  return address.startsWith(`${own.slice(0, at)}+`) && address.endsWith(own.slice(at));
}

/** A Google group of ours rewrites From to itself where the sender's domain forbids forwarding, and keeps the person here. */
function groupMember(mail: Mail, own: string): Mailbox | undefined {
  const header = mail.header('x-original-from') || mail.header('x-original-sender');
  const address = /[^\s<>"]+@[^\s<>"]+/.exec(header)?.[0]?.toLowerCase();
  return address && !isOwn(address, own) ? { address, name: '' } : undefined;
}

/** "Dora Kiss (Kettle shop)" or "Dora Kiss via Kettle": forms put the customer's name before the shop's. */
const nameOfForm = (from: Mailbox | undefined) => /^(.+?)\s+(?:\(|via\s)/i.exec(from?.name ?? '')?.[1] ?? '';
