-- Where the character type of a database is C, full-text search takes every character beyond ASCII for a letter: the first word of a
-- quotation had its typographic mark in front and was found by nobody. So punctuation becomes its like in ASCII first, place by place,
-- under whatever locale. Rows that are there keep their words until the record is rebuilt.
create function plain_punctuation(content text) returns text
    language sql immutable parallel safe strict
    return translate(content,
        U&'\201C\201D\201E\201F\00AB\00BB\2039\203A\2033\2018\2019\201A\201B\2032\2010\2011\2012\2013\2014\2015\2026\2022\00B7\00A1\00BF\00A0\2002\2003\2007\2009\200A\202F\3000',
        '"""""""""''''''''''--                 ');

create or replace function searchable_words(content text) returns tsvector
    language plpgsql immutable parallel safe strict as
$$
declare
    plain text := public.plain_punctuation(content);
begin
    if char_length(content) <= 32768 then
        return to_tsvector('public.averment_words', plain);
    end if;
    begin
        return to_tsvector('public.averment_words', plain);
    exception when program_limit_exceeded then
        return to_tsvector('public.averment_words', left(plain, 32768));
    end;
end
$$;
