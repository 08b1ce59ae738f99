import { CareError } from '../core/errors.ts';
import { WrongConfig } from '../server/config.ts';
import { DataFolderInUse } from '../server/control/hold-data-folder.ts';
import { ChoreFailed } from '../server/control/talk.ts';
import { type Command, describeCommand, readGiven, type Terminal, WrongUsage } from './command.ts';
import { doctor } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { ledger } from './commands/ledger.ts';
import { practiceReset } from './commands/practice-reset.ts';
import { replay } from './commands/replay.ts';
import { signInLink } from './commands/sign-in-link.ts';
import { tokenCreate } from './commands/token-create.ts';

export const COMMANDS: readonly Command[] = [
  doctor,
  tokenCreate,
  signInLink,
  ledger,
  replay,
  exportCommand,
  practiceReset,
];

/** @returns the exit code: 0 done, 1 failed or unhealthy, 2 wrong usage */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
    (args.length === 0 ? terminal.say : terminal.out)(overview());
    return args.length === 0 ? 2 : 0;
  }
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  if (!command) {
    terminal.say(`There is no command ${args.filter((word) => !word.startsWith('-')).join(' ')}.\n\n${overview()}`);
    return 2;
  }
  try {
    const given = readGiven(command, args.slice(command.name.split(' ').length));
    if (given) return await command.run(given, terminal);
    terminal.out(describeCommand(command));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.say(`${error.message}\n\n${describeCommand(command)}`);
      return 2;
    }
    terminal.say(`${inWords(error)}\n`);
    return 1;
  }
}

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`);
  return `npm run earshot -- COMMAND [options]\n\n${lines.join('\n')}\n\nEvery command has --help. Exit codes: 0 done, 1 failed or unhealthy, 2 wrong usage.\n`;
}

const EXPECTED = [CareError, WrongConfig, DataFolderInUse, ChoreFailed];

/** What is expected is told in its own words; a stack trace is for our own mistakes. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message;
  if ('code' in error && typeof error.code === 'string') return `${error.message || error.code}`;
  return error.stack ?? error.message;
}
