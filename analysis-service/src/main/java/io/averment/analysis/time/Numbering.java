package io.averment.analysis.time;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Numbers the constants of an enum from 0, so that they can stand beside other numbers in arrays. Immutable. */
final class Numbering<E extends Enum<E>> {

    private final List<E> constants;
    private final Map<E, Integer> numbers;

    Numbering(Class<E> type) {
        constants = List.of(type.getEnumConstants());
        numbers = new EnumMap<>(type);
        constants.forEach(constant -> numbers.put(constant, numbers.size()));
    }

    int of(E constant) {
        Integer number = numbers.get(constant);
        if (number == null) {
            throw new IllegalStateException(constant + " has no number");
        }
        return number;
    }

    E at(int number) {
        return constants.get(number);
    }

    int size() {
        return constants.size();
    }
}
