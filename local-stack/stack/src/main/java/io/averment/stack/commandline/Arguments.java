package io.averment.stack.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line, told apart: flags, options with a value ({@code --name value} or {@code --name=value}) and the rest in
 * order.
 *
 * @param flags the flags that were given
 * @param values the options that were given, with their values
 * @param rest everything else
 */
public record Arguments(Set<String> flags, Map<String, String> values, List<String> rest) {

    public Arguments {
        flags = Set.copyOf(flags);
        values = Map.copyOf(values);
        rest = List.copyOf(rest);
    }

    /**
     * Tells words apart.
     *
     * @param knownFlags the flags that exist, with their dashes
     * @param knownOptions the options with a value that exist, with their dashes
     * @throws UsageFailure on an unknown option, a missing value, a value for a flag or an option given twice
     */
    public static Arguments parse(List<String> words, Set<String> knownFlags, Set<String> knownOptions)
            throws UsageFailure {
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (knownFlags.contains(name) && equals < 0) {
                flags.add(name);
            } else if (knownOptions.contains(name)) {
                if (equals < 0 && i + 1 == words.size()) {
                    throw new UsageFailure(name + " needs a value");
                }
                String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
                if (values.put(name, value) != null) {
                    throw new UsageFailure(name + " is given twice");
                }
            } else {
                throw new UsageFailure(
                        knownFlags.contains(name) ? name + " takes no value" : "there is no option " + name);
            }
        }
        return new Arguments(flags, values, rest);
    }

    /** Whether a flag was given. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option, if it was given. */
    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The value of an option as a whole number within bounds, both inclusive. */
    public Optional<Integer> number(String option, int least, int most) throws UsageFailure {
        Optional<String> value = value(option);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get();
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Optional.of(Integer.parseInt(text));
        }
        throw new UsageFailure(option + " takes a whole number from " + least + " to " + most + ", not " + text);
    }
}
