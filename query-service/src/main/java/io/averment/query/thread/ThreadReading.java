package io.averment.query.thread;

import io.averment.query.entity.EntityFilter;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.reading.SavableList;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.CommitmentLife;
import io.averment.query.record.thread.FactThread;
import io.averment.query.record.thread.Quotation;
import io.averment.query.record.thread.Reason;
import io.averment.query.record.thread.Step;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.record.thread.Voice;
import io.averment.query.record.thread.Weaving;
import io.averment.query.storage.ThreadStore;
import io.averment.query.storage.ThreadStore.Found;
import io.averment.query.thread.ThreadWithEvidence.EvidenceItem;
import io.averment.query.thread.ThreadWithEvidence.StepItem;
import io.averment.query.thread.ThreadWithEvidence.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds threads in the record. Thread-safe. */
@ApplicationScoped
class ThreadReading implements SavableList {
    private final RecordReading record;
    private final ThreadList list;
    private final ThreadStore threads;
    private final EvidenceReading evidence;
    private final EntityFilter entity;

    ThreadReading(
            RecordReading record, ThreadList list, ThreadStore threads, EvidenceReading evidence, EntityFilter entity) {
        this.record = record;
        this.list = list;
        this.threads = threads;
        this.evidence = evidence;
        this.entity = entity;
    }

    @Override
    public String path() {
        return ThreadResource.PATH;
    }

    @Override
    public Set<String> parameters() {
        return ThreadResource.PARAMETERS;
    }

    @Override
    public ThreadPage list(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant());
        parameters
                .oneOf("state", ThreadState.class)
                .ifPresent(state -> conditions.add("f.state = :state", "state", state.name()));
        List<String> voices = parameters
                .text("entity")
                .map(key -> entity.keys(request.tenant(), key, request.asOf()))
                .orElse(List.of());
        parameters.days("due").ifPresent(days -> conditions.due(days, false));
        List<ThreadKind> kinds =
                parameters.oneOf("kind", ThreadKind.class).map(List::of).orElse(List.of(ThreadKind.values()));
        return record.read(request.tenant(), request.asOf(), () -> list.page(request, kinds, voices, conditions));
    }

    /** One thread; empty when the tenant has none of this id. */
    Optional<ThreadWithEvidence> find(Tenant tenant, String id, Optional<Instant> asOf) {
        return record.read(tenant, asOf, () -> threads.find(tenant, id, asOf).map(found -> answer(tenant, id, found)));
    }

    private ThreadWithEvidence answer(Tenant tenant, String id, Found found) {
        FactThread thread = found.thread();
        boolean commitment = thread.kind() == ThreadKind.COMMITMENT;
        CommitmentLife life = CommitmentLife.of(thread, found.lapses());
        Voice voice = thread.voice();
        return new ThreadWithEvidence(
                id,
                thread.kind(),
                commitment ? ThreadState.valueOf(life.state().name()) : ThreadState.SAID,
                voice.name(),
                voice.entity(),
                commitment ? life.due().first() : null,
                commitment ? life.due().last() : null,
                thread.articles(),
                thread.origins(),
                commitment
                        ? life.steps().stream().map(step -> step(step, found)).toList()
                        : List.of(),
                commitment ? List.of() : variants(thread),
                evidence(tenant, found));
    }

    private static StepItem step(Step step, Found found) {
        ThreadFact fact = step.evidence();
        var lapse = step.lapse();
        var before = step.before();
        Instant recordedAt = lapse != null
                ? lapse.recordedAt()
                : Objects.requireNonNull(found.joined().get(fact));
        return new StepItem(
                step.kind(),
                step.day(),
                recordedAt,
                step.due().first(),
                step.due().last(),
                before == null ? null : before.last(),
                step.later().orElse(null),
                fact == null ? null : id(fact));
    }

    private static String id(ThreadFact fact) {
        return fact.place().article() + ":" + fact.place().fact();
    }

    /** The wordings, the longest first; among those of one length the earliest one. */
    private static List<Variant> variants(FactThread thread) {
        Map<List<String>, List<String>> wordings = new LinkedHashMap<>();
        Map<List<String>, Quotation> quotations = new LinkedHashMap<>();
        for (ThreadFact fact : thread.facts()) {
            if (fact.evidence() instanceof Quotation quotation) {
                wordings.computeIfAbsent(quotation.words(), any -> new ArrayList<>())
                        .add(id(fact));
                quotations.putIfAbsent(quotation.words(), quotation);
            }
        }
        List<Quotation> ordered = quotations.values().stream()
                .sorted(Comparator.comparingInt(
                        (Quotation quotation) -> -quotation.words().size()))
                .toList();
        Quotation canonical = ordered.getFirst();
        return ordered.stream()
                .map(quotation -> new Variant(
                        String.join(" ", quotation.words()),
                        quotation.equals(canonical)
                                ? "CANONICAL"
                                : canonical.relation(quotation).map(Enum::name).orElse("DISTANT"),
                        Objects.requireNonNull(wordings.get(quotation.words()))))
                .toList();
    }

    private List<EvidenceItem> evidence(Tenant tenant, Found found) {
        List<ThreadFact> facts = found.thread().facts();
        Map<ThreadFact, EvidenceReading.Words> words = evidence.of(tenant, found.opened());
        List<EvidenceItem> items = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            ThreadFact fact = facts.get(i);
            ThreadFact linked = null;
            List<Reason> why = List.of();
            for (int j = 0; j < i && linked == null; j++) {
                Optional<List<Reason>> reasons = Weaving.link(facts.get(j), fact);
                if (reasons.isPresent()) {
                    linked = facts.get(j);
                    why = reasons.get();
                }
            }
            EvidenceReading.Words told = words.get(fact);
            if (told != null) {
                items.add(new EvidenceItem(
                        id(fact),
                        fact.place().article().value(),
                        told.outlet(),
                        told.address(),
                        told.headline(),
                        told.publishedAt(),
                        told.words(),
                        fact.day(),
                        Objects.requireNonNull(found.joined().get(fact)),
                        linked == null ? null : id(linked),
                        why));
            }
        }
        return items;
    }
}
