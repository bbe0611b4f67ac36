package io.averment.query.saved;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.SavableList;
import io.averment.query.record.Tenant;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Saves, finds and asks queries of lists. What is saved was asked once, by the list itself, and so is valid. Thread-safe. */
@ApplicationScoped
class SavedQueries {
    /** A saved query begins with what is newest; these are places in what it finds. */
    private static final Set<String> NEVER_SAVED = Set.of("cursor", "since");

    private final SavedQueryStore store;
    private final TenantTransactions transactions;
    private final SavedQueryConfiguration configuration;
    private final Answers answers;
    private final Map<String, SavableList> lists;

    SavedQueries(
            SavedQueryStore store,
            TenantTransactions transactions,
            SavedQueryConfiguration configuration,
            Answers answers,
            @All List<SavableList> lists) {
        this.store = store;
        this.transactions = transactions;
        this.configuration = configuration;
        this.answers = answers;
        this.lists = new TreeMap<>();
        lists.forEach(list -> this.lists.put(list.name(), list));
    }

    /** What a query is, whoever saved it. */
    record Definition(String name, String list, Map<String, String> parameters) {

        Definition {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Who saves, replaces or deletes, and whether as an operator, who may delete everything. */
    record Writer(Tenant tenant, String subject, boolean isOperator) {}

    /** What a list is asked. */
    record Question(SavableList list, ListRequest request) {}

    /** A page of the tenant's queries. */
    SavedQueryPage list(ListRequest request, String reader) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant());
        parameters
                .text("list")
                .ifPresent(name ->
                        conditions.add("f.list = :list", "list", known(name).name()));
        if (parameters.flag("own")) {
            conditions.add("f.owner = :owner", "owner", reader);
        }
        return transactions.read(request.tenant(), () -> store.list(request, conditions));
    }

    /** One query; empty when the tenant has none of this id. */
    Optional<SavedQuery> find(Tenant tenant, UUID id) {
        return transactions.read(tenant, () -> store.find(tenant, id));
    }

    /**
     * What a client wants to save, as far as that can be told without asking.
     *
     * @throws ProblemException when the name is none, or no list is called so
     */
    Definition definition(SavedQueryDraft draft) {
        String name = draft.checkedName();
        SavableList list = known(draft.list() == null ? "" : draft.list());
        return new Definition(name, list.name(), draft.checkedParameters());
    }

    /**
     * Asks the query's list, so that exactly what the list takes is saved.
     *
     * @throws ProblemException whatever the list answers with
     */
    void requireAnswered(Tenant tenant, Definition definition) {
        SavableList list = known(definition.list());
        QueryParameters savable = parameters(definition.parameters(), without(list.parameters(), NEVER_SAVED));
        answers.requireFields(savable, list.list(ListRequest.of(tenant, list.path(), savable)));
    }

    /**
     * The question that a query asks, with what the reader gives beside it, which goes before what was saved.
     *
     * @throws ProblemException when the list does not take what was given
     */
    Question question(Tenant tenant, SavedQuery query, QueryParameters given) {
        SavableList list = known(query.list());
        Map<String, String> merged = new TreeMap<>(query.parameters());
        merged.putAll(given.all());
        return new Question(list, ListRequest.of(tenant, list.path(), parameters(merged, list.parameters())));
    }

    /**
     * Saves a new query, within the caller's transaction.
     *
     * @throws ProblemException {@code too-many-queries}, {@code name-taken}
     */
    SavedQuery save(Writer writer, Definition definition) {
        Tenant tenant = writer.tenant();
        SavedQueryStore.Tally tally = store.countAlone(tenant, writer.subject());
        requireFewer(tally.ofOwner(), configuration.mostOfOwner(), "You have");
        requireFewer(tally.ofTenant(), configuration.mostOfTenant(), "Your tenant has");
        UUID id = UUID.randomUUID();
        requireFree(tenant, writer.subject(), definition.name(), id);
        store.insert(tenant, id, writer.subject(), definition);
        return store.find(tenant, id).orElseThrow();
    }

    /**
     * Replaces a query, within the caller's transaction.
     *
     * @param precondition looks at the current version before, and throws if it is another one than is meant
     * @throws ProblemException {@code not-found}, {@code not-owner}, {@code name-taken}
     */
    SavedQuery replace(Writer writer, UUID id, Definition definition, Consumer<SavedQuery> precondition) {
        SavedQuery current = locked(writer, id);
        requireOwner(writer, current);
        precondition.accept(current);
        // Nobody saves another query of the name meanwhile.
        store.countAlone(writer.tenant(), current.owner());
        requireFree(writer.tenant(), current.owner(), definition.name(), id);
        store.replace(writer.tenant(), id, definition);
        return store.find(writer.tenant(), id).orElseThrow();
    }

    /**
     * Deletes a query, within the caller's transaction.
     *
     * @return what it was
     * @throws ProblemException {@code not-found}, {@code not-owner}
     */
    SavedQuery delete(Writer writer, UUID id, Consumer<SavedQuery> precondition) {
        SavedQuery current = locked(writer, id);
        if (!writer.isOperator()) {
            requireOwner(writer, current);
        }
        precondition.accept(current);
        store.delete(writer.tenant(), id);
        return current;
    }

    static ProblemException absent() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no saved query of this id.");
    }

    private SavedQuery locked(Writer writer, UUID id) {
        return store.lock(writer.tenant(), id).orElseThrow(SavedQueries::absent);
    }

    private static void requireOwner(Writer writer, SavedQuery query) {
        if (!query.owner().equals(writer.subject())) {
            throw new ProblemException(ProblemType.NOT_OWNER, "Somebody else saved this query.");
        }
    }

    private static void requireFewer(long saved, int most, String whose) {
        if (saved >= most) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_QUERIES, whose + " " + saved + " saved queries, and may have " + most + ".");
        }
    }

    private void requireFree(Tenant tenant, String owner, String name, UUID except) {
        if (store.isTaken(tenant, owner, name, except)) {
            throw new ProblemException(ProblemType.NAME_TAKEN, "Another of your saved queries has this name.");
        }
    }

    private SavableList known(String name) {
        SavableList list = lists.get(name);
        if (list == null) {
            throw QueryParameters.invalid("list is none of " + String.join(", ", lists.keySet()) + ".");
        }
        return list;
    }

    private static QueryParameters parameters(Map<String, String> values, Set<String> known) {
        return new QueryParameters(
                values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, value -> List.of(value.getValue()))),
                known);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return Set.copyOf(rest);
    }
}
