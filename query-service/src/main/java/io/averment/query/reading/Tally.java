package io.averment.query.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Counts the facts of a list, whatever the page. Within the transaction of the caller, and with a bound: more than that are
 * estimated by PostgreSQL's planner from its statistics, which can be wrong by a factor where several filters meet. Thread-safe.
 */
@ApplicationScoped
class Tally {
    /** Up to this many are counted for a list. */
    static final int MOST_COUNTED = 10_000;

    private final EntityManager entities;
    private final ObjectMapper mapper;

    Tally(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** How many facts the list has on all its pages. */
    Count count(FactList list) {
        NativeQuery<Long> query = entities.unwrap(Session.class)
                .createNativeQuery("select count(*) from (" + list.some() + ") as found", Long.class);
        list.bindFilters(query);
        query.setParameter("most", MOST_COUNTED + 1);
        long counted = query.getSingleResult();
        return counted <= MOST_COUNTED ? Count.exactly(counted) : estimate(list, counted);
    }

    /** An estimate of at least as many as were found. */
    Count estimate(FactList list, long found) {
        NativeQuery<String> query =
                entities.unwrap(Session.class).createNativeQuery("explain (format json) " + list.all(), String.class);
        list.bindFilters(query);
        try {
            long rows = mapper.readTree(query.getSingleResult())
                    .path(0)
                    .path("Plan")
                    .path("Plan Rows")
                    .asLong();
            return new Count(Math.max(rows, found), false);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database explains in JSON", impossible);
        }
    }
}
