import { SMTPServer } from 'smtp-server';
import type { Listening } from './imap-server.ts';

/** What the simulated mail system decides about what is handed to it. */
export interface Submission {
  login(user: string, password: string): boolean;
  /** The reply to MAIL FROM that refuses, with its code, or null. */
  refusal(): { readonly code: number; readonly words: string } | null;
  knows(recipient: string): boolean;
  /** `user`: who logged in. */
  accept(user: string, recipients: readonly string[], bytes: Buffer): Promise<void>;
  /** What happens to the confirmation of a mail that was taken. */
  confirmation(): 'given' | 'connection lost' | 'never';
}

/** Submission by SMTP on loopback, in the clear, with a login. */
export async function listenSmtp(submission: Submission, port: number): Promise<Listening> {
  const refuse = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
  const server = new SMTPServer({
    banner: 'simulated mail server',
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    logger: false,
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, done) =>
      submission.login(username ?? '', password ?? '')
        ? done(null, { user: username })
        : done(refuse(535, '5.7.8 Authentication credentials invalid')),
    onMailFrom(_address, _session, done) {
      const refusal = submission.refusal();
      done(refusal ? refuse(refusal.code, refusal.words) : undefined);
    },
    onRcptTo: ({ address }, _session, done) =>
      done(
        submission.knows(address.toLowerCase())
          ? undefined
          : refuse(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`),
      ),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { rcptTo } = session.envelope;
        const recipients = rcptTo.map(({ address }) => address.toLowerCase());
        submission.accept(String(session.user ?? ''), recipients, Buffer.concat(chunks)).then(() => {
          const confirmation = submission.confirmation();
          if (confirmation === 'given') done(null, 'Ok: queued');
          if (confirmation === 'connection lost')
            for (const connection of server.connections) if (connection.id === session.id) connection.close();
        }, done);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
