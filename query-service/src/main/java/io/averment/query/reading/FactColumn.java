package io.averment.query.reading;

import io.averment.query.record.Role;
import java.util.List;

/** Something of a fact that facts are counted by. */
public interface FactColumn {

    /** Its name in the interface. */
    String name();

    /** Its value as SQL, of the fact {@code f}; of no meaning where what the fact names is counted. Constant text. */
    String sql();

    /** In which roles what the fact names is counted; none where a value of the fact itself is. */
    default List<Role> roles() {
        return List.of();
    }

    /** Whether the countries of what the fact names are counted, and not the things themselves. */
    default boolean ofCountry() {
        return false;
    }
}
