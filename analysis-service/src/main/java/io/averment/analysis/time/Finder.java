package io.averment.analysis.time;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words of time in a text, without saying yet which days they mean. For one thread; linear in the text. */
final class Finder {

    private final Document document;
    private final String text;
    private final Items items = new Items();
    private final ItemReader reader;
    private final Grammar.Matcher matcher;
    private final Tenses tenses;
    private final Plausibility plausibility;
    private final FieldsReader fieldsReader;
    private final Traits traits;
    private final Ages ages;
    private final Ranges ranges;
    private int sentence;

    @Nullable
    private SentenceSyntax syntax;

    private final List<Finding> findings = new ArrayList<>();
    private final Sources sources;
    private final Quoted quoted;

    Finder(Document document, TimeRules rules) {
        this.document = document;
        text = document.text();
        reader = new ItemReader(text, rules.vocabulary, rules.surroundings, items);
        matcher = rules.grammar.new Matcher();
        tenses = new Tenses(text, rules.surroundings);
        plausibility = new Plausibility(text, rules.surroundings, document.get(NameAnnotator.NAMES));
        fieldsReader = new FieldsReader(items, matcher, rules.cues);
        ages = new Ages(text, rules.surroundings);
        traits = new Traits(text, rules.surroundings);
        quoted = new Quoted(document.get(QuotationAnnotator.QUOTATIONS));
        sources = new Sources(text, rules.surroundings, quoted, findings);
        ranges = new Ranges(text, rules.surroundings, items, rules.oclock());
    }

    /** By position. */
    List<Finding> find() {
        List<SentenceTokens> sentences = document.get(TokenizationAnnotator.SENTENCE_TOKENS);
        List<ParsedSentence> syntax = document.get(SyntaxAnnotator.SYNTAX);
        for (int i = 0; i < sentences.size(); i++) {
            SentenceTokens tokens = sentences.get(i);
            if (tokens.size() == 0) {
                continue;
            }
            // Syntax may be missing as a whole, when its annotator failed.
            sentence = i;
            findIn(tokens, i < syntax.size() ? syntax.get(i).syntax() : null);
        }
        sources.shareWithinQuotations();
        ranges.shareYears(findings);
        return findings;
    }

    /** In which orders dates in digits give day and month, where they can only be read in one. */
    Set<DateOrder> orders() {
        return items.orders();
    }

    private void findIn(SentenceTokens tokens, @Nullable SentenceSyntax tree) {
        syntax = tree;
        reader.read(tokens, tree);
        if (!items.isTriggered()) {
            for (int item = 0; item < items.size(); item++) {
                takeAge(tokens, item);
            }
            return;
        }
        boolean headline = tokens.start(0) < document.report().headlineEnd();
        tenses.read(tokens, tree, headline);
        plausibility.read(tokens, tree);
        traits.read(tokens, tree);
        int before = findings.size();
        for (int item = 0; item < items.size(); ) {
            boolean age = takeAge(tokens, item);
            item += !age && items.isNearTrigger(item) ? taken(tokens, item) : 1;
        }
        sources.add(tokens, tree, before);
    }

    /** How many items the longest match has that is one of time; 1 when there is none. At most {@link Grammar#LONGEST} tries. */
    private int taken(SentenceTokens tokens, int item) {
        int length = matcher.match(items, item, Grammar.LONGEST);
        while (length > 0) {
            if (take(tokens, item, item + length)) {
                return length;
            }
            length = length == 1 ? 0 : matcher.match(items, item, length - 1);
        }
        return 1;
    }

    /** Takes an item that is an age and nothing else says so. */
    private boolean takeAge(SentenceTokens tokens, int item) {
        boolean age = ages.isAge(items, item, tokens, syntax);
        if (age) {
            Fields fields = new Fields(Reading.AGE, Set.of());
            fields.put(Kind.NUMBER, items.valueAs(item, Kind.NUMBER));
            int first = items.token(item);
            int end = item + 1 < items.size() ? items.token(item + 1) : tokens.size();
            Span span = new Span(items.start(item), items.end(item));
            findings.add(new Finding(span, fields, Direction.UNKNOWN, sentence, first, end));
        }
        return age;
    }

    private boolean take(SentenceTokens tokens, int from, int to) {
        Fields fields = fieldsReader.read(from, to);
        int first = items.token(from);
        int start = items.start(from);
        if (to - from > 1 && plausibility.isOfOuterNoun(first, items.token(to - 1))) {
            start = items.start(from + 1);
            first = items.token(from + 1);
        }
        Span span = new Span(start, items.end(to - 1));
        int end = first;
        while (end < tokens.size() && tokens.start(end) < span.end()) {
            end++;
        }
        if (!plausibility.isTime(fields, span, first, end)) {
            return false;
        }
        Direction direction = tenses.of(first, end);
        traits.add(fields, first, end, direction, sentence);
        if (quoted.number(span) != Quoted.NONE) {
            fields.add(Fields.Trait.QUOTED);
        }
        Finding finding = new Finding(span, fields, direction, sentence, first, end);
        ranges.addLeading(finding, from, findings);
        findings.add(finding);
        ranges.addTrailing(finding, to, syntax, findings);
        return true;
    }
}
