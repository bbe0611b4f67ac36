package io.averment.query.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The orders in which facts are listed. Each is total, so that a cursor names one place. */
public enum Order {
    /** Those of the articles accepted last come first, within an article in the order of its text. */
    NEWEST(
            "first_accepted_at",
            Instant.class,
            " desc",
            "%1$s.first_accepted_at <= :at and ((%1$s.first_accepted_at, %1$s.article_id) < (:at, :after)"
                    + " or (%1$s.first_accepted_at = :at and %1$s.article_id = :after and %1$s.position > :position))") {
        @Override
        public Object value(long key) {
            return Instant.EPOCH.plus(key, ChronoUnit.MICROS);
        }

        @Override
        public long key(Object value) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
        }
    },
    /** Those that the record took in first come first: the order for what is newer than a client has. */
    RECORDED(
            "recorded_from",
            Instant.class,
            "",
            "(%1$s.recorded_from, %1$s.article_id, %1$s.position) > (:at, :after, :position)") {
        @Override
        public Object value(long key) {
            return NEWEST.value(key);
        }

        @Override
        public long key(Object value) {
            return NEWEST.key(value);
        }
    },
    /** Those that are due first come first; what has no deadline is left out. */
    DUE("due_to", LocalDate.class, "", "(%1$s.due_to, %1$s.article_id, %1$s.position) > (:at, :after, :position)") {
        @Override
        public Object value(long key) {
            return LocalDate.ofEpochDay(key);
        }

        @Override
        public long key(Object value) {
            return ((LocalDate) value).toEpochDay();
        }
    };

    private final String first;
    private final Class<?> type;
    private final String direction;
    private final String after;

    Order(String first, Class<?> type, String direction, String after) {
        this.first = first;
        this.type = type;
        this.direction = direction;
        this.after = after;
    }

    /** The column that is sorted by first. */
    public String first() {
        return first;
    }

    /** The type of its values. */
    public Class<?> type() {
        return type;
    }

    /** What stands after {@code order by}, for a table of facts or of references. */
    public String sql(String alias) {
        return sql(alias + '.' + first, alias + ".article_id", alias + ".position");
    }

    /** What stands after {@code order by}, for other names of the columns. */
    String sql(String firstColumn, String article, String position) {
        return firstColumn + direction + ", " + article + direction + ", " + position;
    }

    /** The condition that rows come after the cursor, with the parameters {@code at}, {@code after} and {@code position}. */
    public String after(String alias) {
        return String.format(Locale.ROOT, after, alias);
    }

    /** The value of the first column that a cursor's key stands for. */
    public abstract Object value(long key);

    /** The key by which a cursor keeps a value of the first column. */
    public abstract long key(Object value);
}
