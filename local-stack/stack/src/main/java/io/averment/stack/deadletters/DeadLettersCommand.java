package io.averment.stack.deadletters;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** {@code ./averment dead-letters}. */
public final class DeadLettersCommand {

    private static final String HELP = """
            ./averment dead-letters list   [--topic TOPIC]
            ./averment dead-letters show   MESSAGE [--body]
            ./averment dead-letters replay MESSAGE... | --topic TOPIC | --all  [--dry-run] [--again]

            Messages that a service could not process stand in a dead-letter topic with the reason. They are looked for in the
            stack of `./averment run`, which must be running, or in any other broker.

              list      one line a message: where it stands, when it came there, code and reason, article, where from
              show      its headers, with --body its body too (the body holds the article's text)
              replay    sends it to the topic that it came from, as it was; a consumer that knows its ce_id ignores it

              MESSAGE   TOPIC/PARTITION/OFFSET, as `list` prints it
              --topic TOPIC   only this dead-letter topic
              --all     every message of every dead-letter topic
              --dry-run say what would be sent, and send nothing
              --again   send also what was replayed before; otherwise that is left out
              --bootstrap-servers HOST:PORT,...   another broker
              --config FILE   settings for its clients (security), as a properties file

            What was replayed is remembered by the broker as offsets of the group averment-dead-letters-replayed.
            """;

    private static final Set<String> FLAGS = Set.of("--body", "--dry-run", "--again", "--all");
    private static final Set<String> OPTIONS = Set.of("--topic", "--bootstrap-servers", "--config");

    private final Broker broker;
    private final Arguments arguments;
    private final PrintStream out;

    private DeadLettersCommand(Broker broker, Arguments arguments, PrintStream out) {
        this.broker = broker;
        this.arguments = arguments;
        this.out = out;
    }

    /** What {@code ./averment dead-letters --help} says. */
    public static String help() {
        return HELP;
    }

    /**
     * Runs one of the three.
     *
     * @param localBroker the broker of the local stack
     * @return the exit code
     */
    public static int run(String localBroker, List<String> words, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, FLAGS, OPTIONS);
        String address = arguments.value("--bootstrap-servers").orElse(localBroker);
        try (Broker broker = new Broker(address, connection(arguments.value("--config")))) {
            DeadLettersCommand command = new DeadLettersCommand(broker, arguments, out);
            return switch (arguments.rest().isEmpty() ? "" : arguments.rest().getFirst()) {
                case "list" -> command.list();
                case "show" -> command.show();
                case "replay" -> command.replay();
                default -> throw new UsageFailure("dead-letters does one of list, show and replay");
            };
        } catch (KafkaException failure) {
            throw new StackFailure(
                    "The broker at " + address + " could not be asked: " + failure.getMessage(), failure);
        } catch (IllegalArgumentException failure) {
            throw new UsageFailure(String.valueOf(failure.getMessage()));
        }
    }

    private static Properties connection(Optional<String> file) throws IOException {
        Properties properties = new Properties();
        if (file.isPresent()) {
            if (!Files.isReadable(Path.of(file.get()))) {
                throw new StackFailure("There is no file " + file.get() + " to read.");
            }
            try (Reader reader = Files.newBufferedReader(Path.of(file.get()), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private List<String> topics() throws UsageFailure, IOException, InterruptedException {
        List<String> topics = broker.deadLetterTopics();
        Optional<String> chosen = arguments.value("--topic");
        if (chosen.isEmpty()) {
            return topics;
        }
        if (!topics.contains(chosen.get())) {
            throw new UsageFailure(
                    "there is no dead-letter topic " + chosen.get() + "; there are: " + String.join(", ", topics));
        }
        return List.of(chosen.get());
    }

    private List<Position> positions() throws UsageFailure {
        List<Position> positions = new ArrayList<>();
        for (String word : arguments.rest().subList(1, arguments.rest().size())) {
            positions.add(Position.parse(word));
        }
        return positions;
    }

    private int list() throws UsageFailure, IOException, InterruptedException {
        if (!positions().isEmpty()) {
            throw new UsageFailure("list takes no message; show does");
        }
        Map<TopicPartition, Replayed> replayed = new HashMap<>();
        List<DeadLetter> letters = letters(topics());
        for (DeadLetter letter : letters) {
            TopicPartition partition = letter.position().partition();
            if (!replayed.containsKey(partition)) {
                replayed.put(partition, broker.replayed(partition));
            }
            boolean again = replayed.getOrDefault(partition, Replayed.NOTHING)
                    .contains(letter.position().offset());
            out.println(Printable.line(letter.position() + "  " + letter.when() + "  " + letter.reason() + "  article "
                    + letter.article() + "  from " + letter.from() + (again ? "  (replayed)" : "")));
        }
        out.println(letters.isEmpty() ? "No dead letters." : letters.size() + " in all");
        return 0;
    }

    /** Headers only: bodies can be large, and there can be many. */
    private List<DeadLetter> letters(List<String> topics) throws StackFailure {
        List<DeadLetter> letters = new ArrayList<>();
        broker.forEach(topics, letter -> letters.add(letter.withoutBody()));
        return letters;
    }

    private int show() throws UsageFailure, IOException {
        List<Position> positions = positions();
        if (positions.size() != 1) {
            throw new UsageFailure("show takes one message");
        }
        DeadLetter letter = broker.at(positions.getFirst());
        row("message", letter.position().toString());
        row("when", letter.when().toString());
        row("reason", letter.reason());
        row("article", letter.article());
        row("from", letter.from());
        out.println();
        for (Header header : letter.headers()) {
            row(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        out.println();
        if (arguments.has("--body")) {
            out.println(Printable.text(letter.body()));
        } else {
            out.println(letter.size() + " bytes of body; --body prints them");
        }
        return 0;
    }

    private void row(String name, String value) {
        out.println(Printable.line(name + " ".repeat(Math.max(2, 34 - name.length())) + value));
    }

    private int replay() throws UsageFailure, IOException, InterruptedException {
        List<Position> positions = positions();
        boolean many = arguments.has("--all") || arguments.value("--topic").isPresent();
        if (positions.isEmpty() != many) {
            throw new UsageFailure("replay takes either messages, or --topic TOPIC, or --all");
        }
        if (many) {
            positions = letters(topics()).stream().map(DeadLetter::position).toList();
        }
        int sent = 0;
        int leftOut = 0;
        boolean failed = false;
        for (Position position : positions) {
            switch (replay(position)) {
                case SENT -> sent++;
                case REPLAYED_BEFORE -> leftOut++;
                case NO_ORIGIN -> failed = true;
            }
        }
        out.println((arguments.has("--dry-run") ? "would send " : "sent ")
                + sent
                + (leftOut > 0 ? ", left out " + leftOut + " replayed before (--again sends them too)" : ""));
        return failed ? 1 : 0;
    }

    private enum Outcome {
        SENT,
        REPLAYED_BEFORE,
        NO_ORIGIN
    }

    private Outcome replay(Position position) throws IOException, InterruptedException {
        DeadLetter letter = broker.at(position);
        Replayed replayed = broker.replayed(position.partition());
        if (replayed.contains(position.offset()) && !arguments.has("--again")) {
            return Outcome.REPLAYED_BEFORE;
        }
        Optional<String> topic = letter.origin()
                .filter(origin -> !origin.equals(position.partition().topic()));
        if (topic.isEmpty()) {
            out.println(position + " does not say which topic it came from; it stays where it is");
            return Outcome.NO_ORIGIN;
        }
        out.println(Printable.line(position + " -> " + topic.get() + "  article " + letter.article()));
        if (!arguments.has("--dry-run")) {
            // What could not be remembered is not sent.
            Replayed after = replayed.with(position.offset(), broker.first(position.partition()));
            broker.send(letter, topic.get());
            broker.remember(position.partition(), after);
        }
        return Outcome.SENT;
    }
}
