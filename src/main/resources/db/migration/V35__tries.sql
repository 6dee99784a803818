-- Counts and writes tries in one step: whoever asks for one of the same buckets waits until the other has
-- committed. Each statement of the function sees what was committed before it began, the count therefore too.
create function app.take_tries(buckets bytea[], most int[], taken_at timestamptz, since timestamptz)
returns setof bigint
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(k.key)
     from (select distinct ('x' || encode(substr(b, 1, 8), 'hex'))::bit(64)::bigint as key
             from unnest(buckets) as b order by 1) as k;
  if exists (select 1 from unnest(buckets, most) as l (bucket, most)
              where (select count(*) from app.attempt t
                      where t.bucket = l.bucket and t.at > since) >= l.most) then
    return;
  end if;
  return query
    insert into app.attempt (bucket, at) select b, taken_at from unnest(buckets) as b returning id;
end $$;
comment on function app.take_tries is 'no rows when one of the limits is reached; nothing is written then';
