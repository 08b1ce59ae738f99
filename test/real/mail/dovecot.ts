/** Where everything of one run lies, and the ports it took. */
export interface MailLayout {
  readonly folder: string;
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly smtpPort: number;
  readonly authPort: number;
}

/** Dovecot 2.3 with everything in one folder: IMAP, LMTP with sieve, and logins for Postfix. */
export const dovecotConf = ({ folder, imapPort, lmtpPort, smtpPort, authPort }: MailLayout): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%d/%n
recipient_delimiter = +
submission_host = 127.0.0.1:${smtpPort}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=dovecot gid=dovecot home=${folder}/mail/%d/%n
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
service auth {
  inet_listener {
    port = ${authPort}
  }
}
protocol lmtp {
  mail_plugins = sieve
  postmaster_address = postmaster@mx.example
}
plugin {
  sieve = file:${folder}/sieve/%u.sieve
  sieve_vacation_min_period = 0
}
`;
