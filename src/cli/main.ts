import { loadDotEnv } from '../server/config.ts';
import { runCli } from './run-cli.ts';

loadDotEnv();
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(text),
});
