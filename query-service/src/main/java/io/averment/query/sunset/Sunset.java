package io.averment.query.sunset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that will go. Its answers then say so (RFC 9745, RFC 8594). Mark it {@code deprecated} in its
 * {@code Operation} as well, for the description of the interface.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sunset {
    /** The day, in UTC, since or from which it is deprecated, like {@code 2026-11-01}. */
    String deprecated();

    /** The day, in UTC, from which it may be gone; later than the other. */
    String gone();

    /** A reference of what takes its place; may be empty. */
    String successor() default "";
}
