package io.averment.stack.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void tellsFlagsOptionsAndRestApart() throws Exception {
        assertEquals(
                new Arguments(Set.of("--all"), Map.of("--topic", "t", "--port", "7"), List.of("list", "-")),
                parse("list", "--all", "--topic", "t", "--port=7", "-"));
    }

    @Test
    void readsNumberWithinBounds() throws Exception {
        assertEquals(Optional.of(9300), parse("--port", "9300").number("--port", 1024, 65_495));
    }

    @ParameterizedTest
    @CsvSource({"1023", "65496", "-1", "many", "99999999999", "''"})
    void refusesOtherNumber(String value) throws Exception {
        Arguments arguments = parse("--port", value);

        UsageFailure failure = assertThrows(UsageFailure.class, () -> arguments.number("--port", 1024, 65_495));

        assertEquals("--port takes a whole number from 1024 to 65495, not " + value, failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "--none, there is no option --none",
        "--topic, --topic needs a value",
        "--all=yes, --all takes no value",
        "--topic a --topic b, --topic is given twice"
    })
    void saysWhatIsWrong(String words, String message) {
        UsageFailure failure = assertThrows(UsageFailure.class, () -> parse(words.split(" ", -1)));

        assertEquals(message, failure.getMessage());
    }

    private static Arguments parse(String... words) throws UsageFailure {
        return Arguments.parse(List.of(words), Set.of("--all"), Set.of("--topic", "--port"));
    }
}
