-- Smaller things that were found out or decided, and are kept.

-- By which name the language model's server was found to take the limit of an answer, and whether it takes a temperature.
alter table second_opinion_settings
  add column limit_name text not null default 'max_tokens'
    check (limit_name in ('max_tokens', 'max_completion_tokens', 'none')),
  add column is_coldest boolean not null default true;

-- The words of a hit as they are looked for. Those that were found before are folded as far as the database can.
alter table hits add column search text not null default '';
update hits set search = trim(regexp_replace(lower(text), '[^[:alnum:]]+', ' ', 'g'));
