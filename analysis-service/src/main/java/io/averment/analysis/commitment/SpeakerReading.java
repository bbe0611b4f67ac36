package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says of those who announce something whether they answer for it, or only know of it. Linear in the words that stand for them. */
final class SpeakerReading {

    private final ParsedText text;
    private final Cast cast;
    private final WordUses words;
    private final Participants participants;
    private final SpeakerRoles roles;
    private final Set<String> whole;

    SpeakerReading(ParsedText text, Cast cast, WordUses words, Participants participants) {
        this.text = text;
        this.cast = cast;
        this.words = words;
        this.participants = participants;
        this.roles = new SpeakerRoles(cast);
        this.whole = wholeNames();
    }

    /** Whether who announces something without an agent is the one to do it: a body or an office, and nobody of whom nothing is told. */
    boolean answers(Party announcer) {
        Span span = announcer.spans().getFirst();
        ParsedSentence sentence = sentence(span);
        int head = sentence.headOrNearest(span);
        String described = announcer.description() == null ? "" : announcer.description();
        return participants.kind(sentence, head) == Kind.AGENT
                && (!isWitness(sentence.lemma(head)) || isOfField(sentence, head))
                && !isWitness(lastWord(described))
                && (!described.isEmpty() || !isPerson(announcer) || isInCharge(announcer, sentence, head));
    }

    private ParsedSentence sentence(Span span) {
        return text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
    }

    /**
     * Where the name itself begins behind the noun of a trade: "carmaker Vega", and with a capital letter where a sentence begins with it;
     * NONE for any other. Within a sentence a capital is the name's: "said Carrier Global".
     */
    int trade(Span named) {
        String name = named.of(text.text);
        int behind = trade(name);
        boolean cut = behind > 0 && (!Character.isUpperCase(name.charAt(0)) || isFirst(named));
        return cut ? named.start() + behind : NONE;
    }

    String withoutTrade(String name) {
        return name.substring(trade(name));
    }

    /** The names beginning with the noun of a trade that are whole: those within a sentence, and those that the knowledge base has. */
    private Set<String> wholeNames() {
        Set<String> whole = new HashSet<>();
        for (Name name : text.names) {
            String words = name.span().of(text.text);
            boolean trade = Character.isUpperCase(words.charAt(0)) && isTrade(words);
            if (trade && (!isFirst(name.span()) || isKnown(name.span()))) {
                whole.add(words);
            }
        }
        return whole;
    }

    private boolean isKnown(Span name) {
        return cast.referenceOf(name)
                .filter(reference -> !reference.mention().entries().isEmpty())
                .isPresent();
    }

    /** Whether no word stands before a name in its sentence: quotation marks may. */
    private boolean isFirst(Span name) {
        ParsedSentence sentence = sentence(name);
        int before = sentence.tokenAt(name.start()) - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.text.charAt(sentence.start(before)))) {
            before--;
        }
        return before < 0;
    }

    private int trade(String name) {
        return isTrade(name) && !whole.contains(name) ? name.indexOf(' ') + 1 : 0;
    }

    private boolean isTrade(String name) {
        int blank = name.indexOf(' ');
        boolean more = blank > 0 && blank + 1 < name.length() && Character.isUpperCase(name.charAt(blank + 1));
        return more && words.is(name.substring(0, blank).toLowerCase(Locale.ROOT), WordUse.TRADE);
    }

    /** Whether all that makes a person of a speaker is one word of a name, which companies have as well: "Vega said it would". */
    boolean isBareName(Party speaker) {
        String name = speaker.name();
        Span span = speaker.spans().getFirst();
        ParsedSentence sentence = sentence(span);
        return name != null
                && name.indexOf(' ') < 0
                && speaker.description() == null
                && sentence.upos(sentence.headOrNearest(span)).equals("PROPN")
                && roles.of(speaker.entity()).isEmpty();
    }

    /** Whether a party is a person by its name, rather than a body. */
    boolean isPerson(Party party) {
        if (party.spans().isEmpty()) {
            return false;
        }
        Span span = party.spans().getFirst();
        if (trade(span) != NONE) {
            return false;
        }
        String id = party.entity();
        Optional<Entity> entity = id == null ? Optional.empty() : cast.entity(id);
        if (entity.isPresent()) {
            return entity.get().type() == EntityType.PERSON;
        }
        int index = text.nameAt(span.start());
        return index < text.names.size()
                && text.names.get(index).span().start() < span.end()
                && text.names.get(index).type() == NameType.PERSON;
    }

    /** Whether a person who speaks by name alone is told elsewhere to be more than one who knows of it. */
    private boolean isInCharge(Party person, ParsedSentence sentence, int head) {
        boolean office = false;
        for (int i = sentence.left(head); i < sentence.right(head); i++) {
            office |= isOffice(sentence, i) && sentence.is(i, "appos");
        }
        int verb = sentence.head(head);
        boolean inserted = sentence.is(head, "appos") || sentence.isKindOf(head, "nsubj");
        for (int i = verb == NONE ? NONE : sentence.firstDependent(verb);
                inserted && i != NONE;
                i = sentence.nextDependent(i)) {
            // "the commissioner for housing, Bruno Ferrando, said", where the tree takes both for subjects.
            office |= sentence.isKindOf(i, "nsubj") && isOffice(sentence, i);
        }
        boolean described = sentence.is(head, "appos") && isOffice(sentence, verb);
        return office
                || described
                || isBodyByWord(person)
                || roles.of(person.entity()).stream().anyMatch(role -> !isWitness(role));
    }

    private boolean isOffice(ParsedSentence sentence, int noun) {
        return sentence.upos(noun).equals("NOUN")
                && words.is(sentence.lemma(noun), WordUse.AGENT)
                && !isWitness(sentence.lemma(noun));
    }

    /** Whether a name ends as that of a body: "Aura Shipyards"; behind a given name that is a surname: "Tara Powers". */
    private boolean isBodyByWord(Party party) {
        String name = party.name() == null ? "" : party.name().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String single = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
        return name.length() > last.length()
                && !words.is(name.substring(0, name.indexOf(' ')), WordUse.GIVEN_NAME)
                && (words.is(last, WordUse.AGENT) || words.is(single, WordUse.AGENT));
    }

    /** "health officials", but not "a Turkish official": those of a field answer for it. */
    private static boolean isOfField(ParsedSentence sentence, int noun) {
        int field = sentence.dependent(noun, "compound");
        return sentence.lemma(noun).equals("official")
                && field != NONE
                && sentence.upos(field).equals("NOUN");
    }

    /** Whether those who speak only foretell: analysts, forecasters. */
    boolean isForecaster(Statement statement) {
        Speaker speaker = statement.speaker();
        if (speaker.spans().isEmpty()) {
            return false;
        }
        Span span = speaker.spans().getFirst();
        ParsedSentence sentence = text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
        String described = speaker.description() == null ? "" : speaker.description();
        return words.is(sentence.lemma(sentence.headOrNearest(span)), WordUse.FORECASTER)
                || words.is(lastWord(described), WordUse.FORECASTER);
    }

    /** Whether a noun stands for those who know of something without answering for it. */
    boolean isWitness(String word) {
        return words.is(word, WordUse.WITNESS) || words.is(word, WordUse.FORECASTER);
    }

    /** The noun of a description: "adviser" in "an adviser to the mayor". */
    private String lastWord(String description) {
        String last = "";
        for (String word : description.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (words.is(word, WordUse.LINK)) {
                break;
            }
            last = word;
            if (word.endsWith(",")) {
                return word.substring(0, word.length() - 1);
            }
        }
        return last;
    }
}
