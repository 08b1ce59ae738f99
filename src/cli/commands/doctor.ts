import type { Command, Terminal } from '../command.ts';
import { checkDatabase, checkInboxes } from '../doctor/check-database.ts';
import { checkDataFolder, checkNode, checkSecret, checkWebBuild } from '../doctor/check-machine.ts';
import { checkServer } from '../doctor/check-server.ts';
import { checkSettings } from '../doctor/check-settings.ts';
import { type Finding, show } from '../doctor/finding.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Checks this set-up and says what to do. Exit code 1 when something is wrong.',
  about: 'Also asks each network whether the stored credentials of each inbox still work.',
  options: {},
  async run(_given, terminal) {
    let wrongs = 0;
    for await (const finding of examine(terminal)) {
      if (finding.state === 'wrong') wrongs += 1;
      terminal.out(show(finding));
    }
    const many = wrongs === 1 ? 'One thing is' : `${wrongs} things are`;
    terminal.out(wrongs === 0 ? '\nAll is well.\n' : `\n${many} wrong.\n`);
    return wrongs === 0 ? 0 : 1;
  },
};

async function* examine({ env }: Terminal): AsyncGenerator<Finding> {
  yield checkNode();
  const { config, findings } = checkSettings(env);
  yield* findings;
  yield checkWebBuild();
  if (!config) return;
  yield* await checkDataFolder(config);
  yield await checkSecret(config);
  yield await checkServer(config);
  const { isUsable, finding } = await checkDatabase(config);
  yield finding;
  if (isUsable) yield* checkInboxes(config);
}
