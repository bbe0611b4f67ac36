package io.averment.analysis.coreference;

import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Gender;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that mentions are found and told apart by. Immutable. */
final class Lexicon {

    /** Whom a pronoun may stand for. */
    enum Person {
        HE,
        SHE,
        IT,
        THEY,
        SPEAKER,
        SPEAKERS
    }

    /** A pronoun's place in its clause. */
    enum Case {
        SUBJECT,
        OBJECT,
        POSSESSIVE,
        REFLEXIVE
    }

    /** A pronoun. */
    record Pronoun(Person person, Case place) {}

    /** What a single word does where mentions are found, as {@code word-uses.tsv} explains. */
    enum Use {
        NAME_PARTICLE,
        NAME_SUFFIX,
        STREET_ENDING,
        STORM,
        MONTH,
        AMOUNT_ENDING,
        LEADING_OFFICE,
        GENERIC_ENDING,
        PREDICATIVE,
        INTRODUCING,
        REFERRING,
        GIVEN_NAME
    }

    /**
     * A noun that may stand for something named.
     *
     * @param isCommon whether so many things are called so that it reaches back only a little
     */
    record Nominal(EntityType type, @Nullable Gender gender, Set<Kind> kinds, boolean isCommon) {}

    private static final String NOTHING = "-";
    private static final String COMMON = "COMMON";

    private final List<KnowledgeFile> files;
    private final Map<String, Nominal> nominals = new HashMap<>();
    private final Map<String, Pronoun> pronouns = new HashMap<>();
    private final Map<String, Gender> givenNames;
    private final Map<String, Gender> titlesOfGender;
    private final Map<String, Set<Use>> uses = new HashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> titleWords = new HashSet<>();
    private final Set<String> speechVerbs = new HashSet<>();
    private final Set<String> addressedVerbs = new HashSet<>();
    private final Map<String, Set<String>> functionWords = new HashMap<>();

    private Lexicon(
            KnowledgeFile nominalFile,
            KnowledgeFile pronounFile,
            KnowledgeFile nameFile,
            KnowledgeFile addressFile,
            KnowledgeFile useFile,
            KnowledgeFile titleFile,
            KnowledgeFile cueFile,
            KnowledgeFile wordFile) {
        this.files = List.of(nominalFile, pronounFile, nameFile, addressFile, useFile, titleFile, cueFile, wordFile);
        this.givenNames = nameFile.classes(Gender.class);
        this.titlesOfGender = addressFile.classes(Gender.class);
        readNominals(nominalFile);
        readUses(useFile);
        pronounFile.forEachRecord(
                3,
                (fields, line) -> pronouns.put(
                        fields.get(0),
                        new Pronoun(
                                pronounFile.constant(Person.class, fields.get(1), line),
                                pronounFile.constant(Case.class, fields.get(2), line))));
        for (String title : titleFile.words()) {
            titles.add(title.replace(".", ""));
            for (String word : title.split(" ", -1)) {
                titleWords.add(word.replace(".", ""));
            }
        }
        cueFile.forEachRecord(3, (fields, line) -> {
            Set<String> verbs = fields.get(1).equals("ADDRESSED") ? addressedVerbs : speechVerbs;
            for (String form : fields.get(2).split(" ", -1)) {
                if (!form.endsWith("*") && !form.endsWith("ing")) {
                    verbs.add(form);
                }
            }
        });
        wordFile.forEachRecord(
                2,
                (fields, line) -> functionWords.put(
                        fields.get(0), Set.copyOf(Arrays.asList(fields.get(1).split(" ", -1)))));
    }

    static Lexicon load() {
        return new Lexicon(
                KnowledgeFile.load("coreference/nominals.tsv"),
                KnowledgeFile.load("coreference/pronouns.tsv"),
                KnowledgeFile.load("coreference/given-names.tsv"),
                KnowledgeFile.load("coreference/titles-of-gender.tsv"),
                KnowledgeFile.load("coreference/word-uses.tsv"),
                KnowledgeFile.load("titles.txt"),
                KnowledgeFile.load("cues.tsv"),
                KnowledgeFile.load("words.tsv"));
    }

    private void readNominals(KnowledgeFile file) {
        file.forEachRecord(5, (fields, line) -> {
            EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
            if (!fields.get(3).equals(NOTHING)) {
                for (String kind : fields.get(3).split(" ", -1)) {
                    kinds.add(file.constant(Kind.class, kind, line));
                }
            }
            Gender gender =
                    fields.get(2).equals("M") ? Gender.MALE : fields.get(2).equals("F") ? Gender.FEMALE : null;
            EntityType type = file.constant(EntityType.class, fields.get(1), line);
            boolean common = fields.get(4).equals(COMMON);
            if (!common && !fields.get(4).equals(NOTHING)) {
                throw file.fault(line, "'" + fields.get(4) + "' is neither COMMON nor -");
            }
            if (nominals.put(fields.get(0), new Nominal(type, gender, kinds, common)) != null) {
                throw file.fault(line, "'" + fields.get(0) + "' is there twice");
            }
        });
    }

    private void readUses(KnowledgeFile file) {
        file.forEachRecord(2, (fields, line) -> {
            EnumSet<Use> found = EnumSet.noneOf(Use.class);
            for (String use : fields.get(1).split(" ", -1)) {
                found.add(file.constant(Use.class, use, line));
            }
            if (uses.put(fields.get(0), found) != null) {
                throw file.fault(line, "'" + fields.get(0) + "' is there twice");
            }
        });
    }

    List<KnowledgeFile> files() {
        return files;
    }

    @Nullable
    Nominal nominal(String noun) {
        return nominals.get(noun);
    }

    /** Whether a word is a noun for a person by what they do. */
    boolean isRole(String word) {
        Nominal nominal = nominals.get(word);
        return nominal != null && nominal.type() == EntityType.PERSON;
    }

    @Nullable
    Pronoun pronoun(String word) {
        return pronouns.get(word);
    }

    @Nullable
    Gender genderOfGivenName(String name) {
        return givenNames.get(name);
    }

    boolean isGivenName(String name) {
        return givenNames.containsKey(name);
    }

    @Nullable
    Gender genderOfTitle(String title) {
        return titlesOfGender.get(title);
    }

    /** Whether words in lower case, without periods, are a title that stands before a name. */
    boolean isTitle(String words) {
        return titles.contains(words);
    }

    /** Whether a word is part of a title. */
    boolean isTitleWord(String word) {
        return titleWords.contains(word);
    }

    boolean isSpeechVerb(String word) {
        return speechVerbs.contains(word) || addressedVerbs.contains(word);
    }

    boolean isAddressedVerb(String word) {
        return addressedVerbs.contains(word);
    }

    /** Whether a word in lower case has a use. */
    boolean has(String word, Use use) {
        return uses.getOrDefault(word, Set.of()).contains(use);
    }

    /** Whether a word only joins the parts of a person's name. */
    boolean isParticle(String word) {
        return has(word, Use.NAME_PARTICLE);
    }

    /** Whether a word is of a class of words.tsv. */
    boolean is(String word, String functionClass) {
        return functionWords.getOrDefault(word, Set.of()).contains(functionClass);
    }

    boolean isFunctionWord(String word) {
        return functionWords.containsKey(word) || pronouns.containsKey(word);
    }
}
