-- The line by which a network brings what is said at once, as it stood when that last changed. Null: there is none.
alter table inboxes add column at_once jsonb;
-- What the network sends here by itself, in words, as last seen. Null: nobody knows.
alter table inboxes add column sends text[];
