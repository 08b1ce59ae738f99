import type { LOG_LEVELS } from './config.ts';

/** What parts of the program write down for whoever runs it: one line of JSON each, like the web server's own. */
export interface Log {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
  debug(details: object, message: string): void;
}

// The numbers of pino, which the web server writes with.
const NUMBERS = { error: 50, warn: 40, info: 30, debug: 20 } as const;
const LEAST: Record<(typeof LOG_LEVELS)[number], number> = { ...NUMBERS, silent: Number.POSITIVE_INFINITY };

export function createLog(
  level: (typeof LOG_LEVELS)[number],
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const at = (name: keyof typeof NUMBERS) => (details: object, msg: string) => {
    if (NUMBERS[name] < LEAST[level]) return;
    write(`${JSON.stringify({ level: NUMBERS[name], time: Date.now(), ...details, msg }, inWords)}\n`);
  };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** An error has no fields of its own that JSON would show. */
function inWords(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause }) };
}
