/** What a mail of the house says; the same in plain text and in simple HTML. */
export interface HouseMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
export interface MailLine {
  readonly title: string;
  readonly text: string;
  /** Where it leads. */
  readonly href: string;
}

const MOST_LINES = 50;

/** Something is wrong, at once. */
export function alertMail(lines: readonly MailLine[], over: readonly string[], url: string): HouseMail {
  const [first] = lines;
  const subject = lines.length === 1 && first ? first.title : `${lines.length} things are wrong`;
  return compose(subject, '', lines, over, url);
}

/** What somebody has not seen. */
export function digestMail(lines: readonly MailLine[], over: readonly string[], url: string): HouseMail {
  const count = lines.length;
  const subject =
    count === 0 ? 'An alert is over' : count === 1 ? (lines[0]?.title ?? '') : `${count} things that you have not seen`;
  return compose(subject, '', lines, over, url);
}

/** To the mailbox that a network warns. */
export function ownerMail(account: string, network: string, url: string): HouseMail {
  const words = `This mailbox receives the warnings of ${account} on ${network}. Earshot writes to it once a month to see that it still takes mail. Nothing needs to be done.`;
  return compose(`This mailbox receives the warnings of ${account}`, words, [], [], url, false);
}

export function testMail(url: string): HouseMail {
  return compose('A test from Earshot', 'Mail from Earshot arrives. Nothing needs to be done.', [], [], url);
}

function compose(
  subject: string,
  words: string,
  lines: readonly MailLine[],
  over: readonly string[],
  url: string,
  isForAgent = true,
): HouseMail {
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length > shown.length ? `and ${lines.length - shown.length} more: ${url}/desk` : '';
  const ended = over.map((one) => `Over: ${one}`);
  const foot = isForAgent ? `What is mailed to you: ${url}/settings/notifications` : `Sent by ${url}`;
  const text = [
    words,
    ...shown.map(({ title, text, href }) => [title, text, href].filter(Boolean).join('\n')),
    more,
    ended.join('\n'),
    `-- \n${foot}`,
  ];
  const html = [
    words && `<p>${escaped(words)}</p>`,
    ...shown.map(
      (line) =>
        `<p><a href="${escaped(line.href)}"><strong>${escaped(line.title)}</strong></a>${line.text ? `<br>${escaped(line.text)}` : ''}</p>`,
    ),
    more && `<p>${escaped(more)}</p>`,
    ...ended.map((one) => `<p>${escaped(one)}</p>`),
    `<p style="color:#666;font-size:12px">${escaped(foot)}</p>`,
  ];
  return {
    subject: subject.replaceAll(/\s+/g, ' ').slice(0, 150),
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: `<!doctype html><html><body style="font-family:sans-serif;font-size:14px;line-height:1.5">${html.filter(Boolean).join('\n')}</body></html>`,
  };
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
