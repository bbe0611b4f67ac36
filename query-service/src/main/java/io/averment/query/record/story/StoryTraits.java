package io.averment.query.record.story;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Mention;
import io.averment.query.record.Unresolved;
import io.averment.query.record.story.Trait.Sort;
import io.averment.query.record.thread.Quotation;
import io.averment.query.record.thread.Term;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.Undertaking;
import io.averment.query.record.thread.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The traits of one article, the most telling first: whom and what its beginning names, the rare words there, who says which words, and
 * who undertakes what. Costs the length of the text's beginning and the number of facts.
 */
final class StoryTraits {
    /** What a report is about stands in its headline and its first hundred words or so. */
    private static final int LEAD_CODE_POINTS = 700;

    private static final int MOST_NAMES = 12;
    private static final int MOST_WORDS = 40;
    private static final int MOST_FACTS = 12;
    private static final int MOST_TERMS = 3;
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_VALUE = 100;
    private static final String PERSON = "PERSON";
    private static final String PLACE = "PLACE";
    private static final String AMBIGUOUS = "AMBIGUOUS";
    private static final String WIKIDATA = "wikidata";

    private final AnalysedArticle article;
    private final Set<Trait> found = new LinkedHashSet<>();

    private StoryTraits(AnalysedArticle article) {
        this.article = article;
    }

    /** The traits of the article, whose facts that may belong to threads are these. */
    static List<Trait> of(AnalysedArticle article, List<ThreadFact> facts) {
        StoryTraits traits = new StoryTraits(article);
        facts.stream().limit(MOST_FACTS).forEach(traits::addFact);
        traits.addNames();
        traits.addWords();
        return traits.found.stream()
                .filter(trait -> trait.value().length() <= LONGEST_VALUE)
                .toList();
    }

    private void addFact(ThreadFact fact) {
        switch (fact.evidence()) {
            case Quotation quotation ->
                found.add(new Trait(
                        Sort.UTTERANCE,
                        quotation.voice().bucket() + ' ' + StoryReport.digest(String.join(" ", quotation.words()))));
            case Undertaking undertaking ->
                undertaking.terms().stream()
                        .filter(term -> term.sort() == Term.Sort.NAME || term.sort() == Term.Sort.WORD)
                        .limit(MOST_TERMS)
                        .forEach(term -> found.add(new Trait(
                                Sort.UNDERTAKING,
                                undertaking.voice().bucket() + ' ' + undertaking.act() + ' ' + term.stem())));
        }
    }

    private int leadEnd() {
        return article.text().headlineLength() + LEAD_CODE_POINTS;
    }

    /** What the beginning names, in the order in which it does. */
    private void addNames() {
        Map<String, Entity> entities = new HashMap<>();
        article.facts().entities().forEach(entity -> entities.put(entity.id(), entity));
        Set<String> named = new LinkedHashSet<>();
        article.analysis().mentions().stream()
                .filter(mention -> mention.start() < leadEnd())
                .sorted(Comparator.comparingInt(Mention::start))
                .map(Mention::entity)
                .filter(entities::containsKey)
                .forEach(named::add);
        named.stream()
                .limit(MOST_NAMES)
                .map(entities::get)
                .filter(Objects::nonNull)
                .forEach(this::addName);
    }

    /** A person of one name, and what the analysis left ambiguous, may be somebody else: that is only a word. */
    private void addName(Entity entity) {
        String name = EntityKey.fold(entity.name());
        Unresolved unresolved = entity.unresolved();
        boolean ambiguous = unresolved != null && unresolved.reason().equals(AMBIGUOUS);
        String known = entity.external().get(WIKIDATA);
        boolean person = entity.type().equals(PERSON);
        if (ambiguous || name.isEmpty() || (known == null && person && name.indexOf(' ') < 0)) {
            return;
        }
        Sort sort = person ? Sort.PERSON : entity.type().equals(PLACE) ? Sort.PLACE : Sort.BODY;
        found.add(new Trait(sort, known == null ? name : Trait.KNOWN + known));
    }

    private void addWords() {
        String text = article.text().content();
        int end = text.offsetByCodePoints(0, Math.min(leadEnd(), text.codePointCount(0, text.length())));
        Set<String> stems = new HashSet<>();
        for (String word : Words.split(text.substring(0, end))) {
            String stem = stem(word);
            if (word.length() >= SHORTEST_WORD
                    && Character.isLetter(word.codePointAt(0))
                    && !CommonWords.STANDARD.contains(word, stem)
                    && stems.size() < MOST_WORDS
                    && stems.add(stem)) {
                found.add(new Trait(Sort.WORD, stem));
            }
        }
    }

    /** The class of words for the same deed where there is one, so that "restarted" is "restart". */
    private static String stem(String word) {
        String deed = Words.STANDARD.act(word);
        return deed == null ? Words.stem(word) : deed;
    }

    /** The words of a name. */
    static List<String> wordsOf(Trait name) {
        List<String> stems = new ArrayList<>();
        Words.split(name.value()).forEach(word -> stems.add(stem(word)));
        return stems;
    }
}
