-- When a person last tested or saved it: what rests is tried again at once, by whichever process reads it.
alter table inboxes add column asked_at timestamptz;
