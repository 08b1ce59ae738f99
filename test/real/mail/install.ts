import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['postfix', 'dovecot-imapd', 'dovecot-lmtpd', 'dovecot-sieve'];
const isThere = () =>
  existsSync('/usr/sbin/dovecot') &&
  existsSync('/usr/sbin/postfix') &&
  existsSync('/usr/share/postfix/master.cf.dist') &&
  existsSync('/usr/lib/dovecot/modules/lib90_sieve_plugin.so');

/** Makes sure that Postfix and Dovecot are on this machine. Returns why not, or null. */
export function installMailServers(): string | null {
  if (process.getuid?.() !== 0)
    return 'Postfix and Dovecot need root, and this is another user. Run it in a container or with sudo.';
  if (isThere()) return null;
  if (!existsSync('/usr/bin/apt-get'))
    return `The Debian packages ${PACKAGES.join(', ')} are needed, and there is no apt-get here.`;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    try {
      apt('install', '-y', '--no-install-recommends', ...PACKAGES);
    } catch {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...PACKAGES);
    }
  } catch (error) {
    return `The Debian packages ${PACKAGES.join(', ')} could not be installed: ${error instanceof Error ? error.message : String(error)}`;
  }
  return isThere() ? null : `Postfix or Dovecot are still absent after installing ${PACKAGES.join(', ')}.`;
}
