import { parseArgs } from 'node:util';

/** Asked the wrong way: exit code 2. */
export class WrongUsage extends Error {}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly help: string;
}

/** Where a command speaks. What it answers goes to `out`, so that it can be piped; everything else to `say`. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  out(text: string): void;
  say(text: string): void;
}

export interface Command {
  /** As it is typed: `token create`. */
  readonly name: string;
  readonly summary: string;
  /** More than the summary, for its own help. */
  readonly about?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** @returns the exit code: 0 done, 1 failed or unhealthy */
  run(given: Given, terminal: Terminal): Promise<number>;
}

export const WORKSPACE: Option = {
  type: 'string',
  value: 'SLUG',
  help: 'which workspace; needed only where there are several',
};

/** What was typed, read by name. */
export class Given {
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }
  has(name: string): boolean {
    return this.#values[name] === true;
  }
  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }
  needed(name: string): string {
    const value = this.text(name);
    if (!value) throw new WrongUsage(`--${name} is missing.`);
    return value;
  }
  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.flatMap((one: string) => one.split(',').filter(Boolean)) : [];
  }
  count(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^[1-9]\d{0,14}$/.test(value)) throw new WrongUsage(`--${name} must be a whole number above 0.`);
    return Number(value);
  }
}

/** Throws `WrongUsage` for what the command does not know. Null: its help was asked for. */
export function readGiven(command: Command, args: readonly string[]): Given | null {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: HELP }).map(([name, { type, multiple }]) => [
      name,
      { type, multiple: multiple ?? false },
    ]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return values.help ? null : new Given(values);
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}
const HELP: Option = { type: 'boolean', help: 'this' };

export function describeCommand(command: Command): string {
  const lines = Object.entries({ ...command.options, help: HELP }).map(([name, { value, help, multiple }]) => {
    const typed = `--${name}${value ? ` ${value}` : ''}${multiple ? ' ...' : ''}`;
    return `  ${typed.padEnd(26)} ${help}`;
  });
  const about = command.about ? `\n${command.about}\n` : '';
  return `npm run earshot -- ${command.name} [options]\n\n${command.summary}\n${about}\nOptions\n${lines.join('\n')}\n\nExit codes: 0 done, 1 failed or unhealthy, 2 wrong usage.\n`;
}
