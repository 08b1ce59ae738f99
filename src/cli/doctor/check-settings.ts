import { type Config, isLoopback, readConfig, VARIABLES, WrongConfig } from '../../server/config.ts';
import { type Finding, good, note, wrong } from './finding.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Null beside the findings when there is nothing to go on with. */
export function checkSettings(env: Env): { readonly config: Config | null; readonly findings: readonly Finding[] } {
  const strangers = Object.keys(env).filter((name) => /^EARSHOT_/.test(name) && !VARIABLES.some((one) => one === name));
  const unknown = strangers.map((name) =>
    note('settings', `${name} is not a setting of Earshot.`, `There is ${VARIABLES.join(', ')}.`),
  );
  try {
    const config = readConfig(env);
    return { config, findings: [good('settings', inWords(config)), ...unknown, ...checkPlainHttp(config)] };
  } catch (error) {
    if (!(error instanceof WrongConfig)) throw error;
    const findings = error.sentences.map((sentence) =>
      wrong('settings', sentence, 'Change it in .env or the environment.'),
    );
    return { config: null, findings: [...findings, ...unknown] };
  }
}

function inWords({ url, host, port, database, isPractice }: Config): string {
  const kind = database.kind === 'pglite' ? 'embedded database' : 'PostgreSQL';
  return `${url}, listening on ${host}:${port}, ${kind}, practice ${isPractice ? 'on' : 'off'}`;
}

function checkPlainHttp({ url }: Config): readonly Finding[] {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || isLoopback(hostname)) return [];
  return [
    note(
      'settings',
      'EARSHOT_URL is plain http: passwords and sessions can be read on the way, and networks refuse to send webhooks there.',
      'Put a reverse proxy with a certificate in front, and set EARSHOT_URL to its https:// address.',
    ),
  ];
}
