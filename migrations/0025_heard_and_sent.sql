-- What the network was had to send here by itself, in words: a look that finds less asks for it anew. Null: nobody knows.
alter table inboxes add column sends_due text[];
-- The line by which a network brings what is said at once, as it stood when that last changed. Null: there is none.
alter table inboxes add column at_once jsonb;
-- What the network sends here by itself, in words, as last seen. Null: nobody knows.
alter table inboxes add column sends text[];
-- When a person last tested or saved it: what rests is tried again at once, by whichever process reads it.
alter table inboxes add column asked_at timestamptz;
