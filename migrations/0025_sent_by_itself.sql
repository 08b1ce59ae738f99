-- What the network was had to send here by itself, in words: a look that finds less asks for it anew. Null: nobody knows.
alter table inboxes add column sends_due text[];
