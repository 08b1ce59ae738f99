import type { MailLayout } from './dovecot.ts';

/**
 * Postfix for local domains only, in one folder, on one port.
 *
 * @param known addresses that Postfix takes mail for; one that Dovecot does not know bounces for real
 */
export const postfixMain = (
  { folder, smtpPort, lmtpPort, authPort }: MailLayout,
  domains: readonly string[],
  known: readonly string[],
): string => `
compatibility_level = 3.6
myhostname = mx.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
alias_maps =
alias_database =
local_recipient_maps =
# A mail without Message-ID stays without: that is what strangers send.
local_header_rewrite_clients =
virtual_mailbox_domains = ${domains.join(' ')}
virtual_mailbox_maps = inline:{ ${known.map((address) => `{ ${address} = 1 }`).join(' ')} }
virtual_transport = lmtp:inet:127.0.0.1:${lmtpPort}
default_transport = error:5.1.2 there is no mail beyond this machine
recipient_delimiter = +
disable_dns_lookups = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${authPort}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_peername_lookup = no
default_process_limit = 20
message_size_limit = 60000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
# the listener is ${smtpPort}, named in master.cf
`;

/** Debian's own master.cf, listening on our port, nothing in a chroot. */
export function postfixMaster(dist: string, smtpPort: number): string {
  return dist
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const words = /^(\S+)(\s+)(unix|inet|fifo|pass|unix-dgram)(\s+\S+\s+\S+\s+)(\S+)(\s.*)$/.exec(line);
      if (!words) return line;
      const [, name, gap, type, before, , after] = words;
      return `${name === 'smtp' && type === 'inet' ? `127.0.0.1:${smtpPort}` : name}${gap}${type}${before}n${after}`;
    })
    .join('\n');
}
