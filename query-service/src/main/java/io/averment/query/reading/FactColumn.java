package io.averment.query.reading;

import io.averment.query.record.Role;
import java.util.List;

/** Something of a fact that facts are counted by. */
public interface FactColumn {

    /** Its name in the interface. */
    String name();

    /** Its value as SQL, of the fact {@code f}; of what the fact names, of its reference {@code r} and the entity {@code e}. Constant text. */
    String sql();

    /** In which roles what the fact names is counted; none where a value of the fact itself is. */
    default List<Role> roles() {
        return List.of();
    }
}
