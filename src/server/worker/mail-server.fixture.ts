import { createServer } from 'node:net';

/** As much of a mail server as a mail needs. */
export function createMailServer(answerTo: (recipient: string) => string) {
  const taken: { readonly to: string; readonly mail: string }[] = [];
  const server = createServer((socket) => {
    let to = '';
    let data: string | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.test ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== null) {
          if (line === '.') {
            taken.push({ to, mail: data });
            data = null;
            say('250 taken');
          } else data += `${line}\n`;
        } else if (/^EHLO/i.test(line)) socket.write('250-mail.test\r\n250 SIZE 1000000\r\n');
        else if (/^RCPT/i.test(line)) {
          to = /<(.+)>/.exec(line)?.[1] ?? '';
          say(answerTo(to));
        } else if (/^DATA/i.test(line)) {
          data = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });
  return { server, taken };
}
