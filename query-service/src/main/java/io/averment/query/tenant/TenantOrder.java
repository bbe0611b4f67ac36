package io.averment.query.tenant;

import io.averment.query.record.Tenant;
import java.util.List;
import java.util.Optional;

/** What the words of a command ask for. */
sealed interface TenantOrder {
    /** The exit code of words that ask for nothing. */
    int NOT_UNDERSTOOD = 2;

    /** Which tenants there are. */
    record Listing() implements TenantOrder {}

    /** What would go of a tenant. */
    record Counting(Tenant tenant) implements TenantOrder {}

    /**
     * Everything of a tenant goes.
     *
     * @param isConfirmed whether nobody need type its name
     */
    record Erasure(Tenant tenant, boolean isConfirmed) implements TenantOrder {}

    /** Reads {@code tenant list} and {@code tenant erase NAME}, the latter also with {@code --yes} or {@code --dry-run}. */
    static Optional<TenantOrder> of(List<String> words) {
        if (words.equals(List.of("tenant", "list"))) {
            return Optional.of(new Listing());
        }
        if (words.size() < 3 || words.size() > 4 || !words.subList(0, 2).equals(List.of("tenant", "erase"))) {
            return Optional.empty();
        }
        return Optional.of(words.get(2))
                .filter(Tenant::isName)
                .map(Tenant::new)
                .flatMap(tenant -> erasure(tenant, words.subList(3, words.size())));
    }

    private static Optional<TenantOrder> erasure(Tenant tenant, List<String> options) {
        if (options.equals(List.of("--dry-run"))) {
            return Optional.of(new Counting(tenant));
        }
        boolean isConfirmed = options.equals(List.of("--yes"));
        return isConfirmed || options.isEmpty() ? Optional.of(new Erasure(tenant, isConfirmed)) : Optional.empty();
    }
}
