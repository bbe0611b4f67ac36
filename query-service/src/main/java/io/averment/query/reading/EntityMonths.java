package io.averment.query.reading;

import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The months in which the facts of entities stand: what a page of them looks into, instead of going through all months from the newest on.
 * One look into the index of references, bounded.
 */
record EntityMonths(Tenant tenant, List<String> keys, List<Role> roles) {
    private static final int MOST_REFERENCES = 1_000;
    private static final int GROWTH = 8;

    EntityMonths {
        keys = List.copyOf(keys);
        roles = List.copyOf(roles);
    }

    /**
     * Stretches of months from an instant backwards: the first has as many references as the page has rows, each further one eight times as
     * many, since other filters leave some out. After the newest 1,000 references the months follow in stretches that double.
     */
    List<Months> stretches(EntityManager entities, Instant from, int rows) {
        List<Tuple> months = months(entities, from);
        if (months.isEmpty()) {
            return List.of();
        }
        List<Months> stretches = new ArrayList<>();
        LocalDate until = month(months.getFirst()).plusMonths(1);
        long wanted = rows;
        long waiting = 0;
        for (Tuple row : months) {
            waiting += row.get("found", Long.class);
            if (waiting >= wanted) {
                stretches.add(new Months(month(row), until));
                until = month(row);
                wanted *= GROWTH;
                waiting = 0;
            }
        }
        if (months.stream().mapToLong(row -> row.get("found", Long.class)).sum() >= MOST_REFERENCES) {
            stretches.addAll(Months.before(until));
        } else if (waiting > 0) {
            stretches.add(new Months(month(months.getLast()), until));
        }
        return stretches;
    }

    private static LocalDate month(Tuple row) {
        return row.get("month", LocalDate.class);
    }

    private List<Tuple> months(EntityManager entities, Instant from) {
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (Role role : roles) {
                branches.add(
                        "(select r.first_accepted_at from reference r where r.tenant = :tenant and r.entity_key = :entity"
                                + i
                                + " and r.role = '" + role
                                + "' and r.recorded_to = 'infinity' and r.first_accepted_at <= :from"
                                + " order by r.first_accepted_at desc limit " + MOST_REFERENCES + ')');
            }
        }
        String newest = String.join(" union all ", branches)
                + (branches.size() == 1 ? "" : " order by first_accepted_at desc limit " + MOST_REFERENCES);
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select cast(date_trunc('month', first_accepted_at, 'UTC') at time zone 'UTC' as date) as month,"
                                + " count(*) as found from (" + newest + ") as newest group by 1 order by 1 desc",
                        Tuple.class)
                .addScalar("month", LocalDate.class)
                .addScalar("found", Long.class)
                .setParameter("tenant", tenant.name())
                .setParameter("from", from);
        for (int i = 0; i < keys.size(); i++) {
            query.setParameter("entity" + i, keys.get(i));
        }
        return query.getResultList();
    }
}
