package io.averment.query.reading;

/** Something of a fact that facts are counted by. */
public interface FactColumn {

    /** Its name in the interface. */
    String name();

    /** Its value as SQL, of the fact {@code f}; constant text. */
    String sql();
}
