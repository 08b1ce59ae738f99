import type { Config } from './config.ts';

interface Listener {
  listen(where: { readonly host: string; readonly port: number }): Promise<string>;
  readonly log: { level: string };
}

/** Opens the port, or says in words why it cannot be had. */
export async function listen(http: Listener, { host, port, log }: Config): Promise<void> {
  // People are told where it is by whoever started it; a line of JSON beside that would only look like trouble.
  http.log.level = 'warn';
  try {
    await http.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new CannotListen(`Port ${port} is in use. Stop what uses it, or set EARSHOT_PORT to another one.`);
    if (code === 'EADDRNOTAVAIL')
      throw new CannotListen(`This machine does not have the address ${host}: set EARSHOT_HOST to one that it has.`);
    if (code === 'EACCES')
      throw new CannotListen(`Port ${port} is not allowed to this user: set EARSHOT_PORT to one above 1023.`);
    throw error;
  } finally {
    http.log.level = log;
  }
}

export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}
