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

    /**
     * Everything of a tenant goes.
     *
     * @param isConfirmed whether nobody need type its name
     */
    record Erasure(Tenant tenant, boolean isConfirmed) implements TenantOrder {}

    /** Reads {@code tenant list}, {@code tenant erase NAME} and {@code tenant erase NAME --yes}. */
    static Optional<TenantOrder> of(List<String> words) {
        if (words.equals(List.of("tenant", "list"))) {
            return Optional.of(new Listing());
        }
        boolean isConfirmed = words.size() == 4 && words.getLast().equals("--yes");
        if ((isConfirmed || words.size() == 3) && words.subList(0, 2).equals(List.of("tenant", "erase"))) {
            return Optional.of(words.get(2))
                    .filter(Tenant::isName)
                    .map(name -> new Erasure(new Tenant(name), isConfirmed));
        }
        return Optional.empty();
    }
}
