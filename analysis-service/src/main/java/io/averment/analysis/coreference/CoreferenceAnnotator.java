package io.averment.analysis.coreference;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the text speaks of: names, roles and pronouns, gathers those that stand for the same thing, and says what it is as far
 * as the knowledge base knows. In the order of certainty: names first, then roles and third persons in the order of the text, then
 * the "I" and "we" of speakers. Thread-safe, linear.
 */
public final class CoreferenceAnnotator implements Annotator<Cast> {

    /** Exactly one. */
    public static final Layer<Cast> CAST = new Layer<>("cast", Cast.class);

    private static final int DAY = "2025-08-18".length();

    private final KnowledgeBase base;
    private final Lexicon lexicon = Lexicon.load();

    public CoreferenceAnnotator(KnowledgeBase base) {
        this.base = base;
    }

    @Override
    public String name() {
        return "coreference";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Layer<Cast> produces() {
        return CAST;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                SentenceAnnotator.SENTENCES,
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                NameAnnotator.NAMES,
                QuotationAnnotator.QUOTATIONS,
                StatementAnnotator.STATEMENTS);
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    @Override
    public boolean isEnglishOnly() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        List<KnowledgeFile> files = new ArrayList<>(base.files());
        files.addAll(lexicon.files());
        return List.copyOf(files);
    }

    @Override
    public List<Cast> annotate(Document document) {
        String text = document.text();
        List<SentenceSyntax> syntax = document.get(SyntaxAnnotator.SYNTAX).stream()
                .map(ParsedSentence::syntax)
                .toList();
        Parse parse = Parse.of(text, document.get(TokenizationAnnotator.SENTENCE_TOKENS), syntax);
        Reading reading = new Reading(text, base.words(text), document.get(SentenceAnnotator.SENTENCES));
        Abbreviations abbreviations = findMentions(reading, names(document));
        List<Mention> mentions = reading.inOrder();
        NameClusters clusters =
                new NameClusters(base, lexicon, reading, mentions, abbreviations.longForms(), day(document));
        clusters.gather();
        Clauses clauses = new Clauses(parse, mentions);
        Positions positions =
                new Positions(reading, lexicon, mentions, document.get(QuotationAnnotator.QUOTATIONS), clauses);
        UnnamedNouns nouns = new UnnamedNouns(lexicon, parse, clauses, positions, mentions);
        SpeakerResolution said = new SpeakerResolution(lexicon, mentions, clusters);
        List<Statement> statements = document.get(StatementAnnotator.STATEMENTS);
        int[] speakers = said.speakers(statements);
        Casting casting = new Casting(base, text, mentions);
        StandInResolution pronouns =
                new StandInResolution(lexicon, mentions, clusters, positions, clauses, nouns, speakers, casting);
        RoleResolution roles = new RoleResolution(base, text, lexicon, mentions, clusters, positions, day(document));
        for (int i = 0; i < mentions.size(); i++) {
            if (clusters.of(i) == null) {
                switch (mentions.get(i).form()) {
                    case NAME -> {}
                    case NOMINAL -> roles.take(i, pronouns);
                    case PRONOUN -> pronouns.take(i);
                }
            }
        }
        said.take(statements, pronouns);
        return List.of(casting.cast(clusters, pronouns));
    }

    private Abbreviations findMentions(Reading reading, List<FoundName> names) {
        List<FoundName> mended = new NameBorders(base, lexicon, reading).mended(names);
        new KnownNames(base, lexicon, reading, mended).find();
        PersonNames people = new PersonNames(lexicon, reading);
        people.findFullNames();
        Abbreviations abbreviations = new Abbreviations(reading);
        abbreviations.find();
        people.findSurnames();
        people.readRoles();
        new StandIns(lexicon, reading).find();
        return abbreviations;
    }

    private static List<FoundName> names(Document document) {
        return document.get(NameAnnotator.NAMES).stream()
                .map(name -> new FoundName(
                        name.span(), EntityType.valueOf(name.type().name())))
                .toList();
    }

    private static @Nullable String day(Document document) {
        String published = document.report().publishedAt();
        return published == null || published.length() < DAY ? null : published.substring(0, DAY);
    }
}
